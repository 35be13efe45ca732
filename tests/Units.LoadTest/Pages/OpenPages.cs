using System.Diagnostics;
using System.Globalization;

namespace Units.LoadTest.Pages;

/// <summary>Live pages of the monitor that are open together.</summary>
internal sealed class OpenPages : IAsyncDisposable
{
    private const int AtATime = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly PageAsk _ask;
    private readonly PageTally _tally = new();
    private readonly LivePage[] _pages;
    private readonly IReadOnlySet<string>[] _parts;
    private long _from;

    private OpenPages(PageAsk ask, ToldVersions? told)
    {
        _ask = ask;
        UnitVersions untold = new();
        _pages = [.. Enumerable.Range(0, ask.Count).Select(i => new LivePage(ask.Address(i), new PageLog(told?.Of(ask.Unit(i)) ?? untold), _tally))];
        _parts = new IReadOnlySet<string>[Math.Min(ask.Count, ask.Units.Count)];
    }

    /// <summary>Opens them, spread over the units, and waits until each was shown its tiles and its table.</summary>
    /// <param name="ask">Which.</param>
    /// <param name="told">What they are held against; null where nobody asks how late they are.</param>
    /// <param name="stop">Ends the wait.</param>
    public static async Task<OpenPages> Open(PageAsk ask, ToldVersions? told, CancellationToken stop)
    {
        OpenPages open = new(ask, told);
        try
        {
            await Until(() => told?.HasBegun != false, "The units were not all told of", stop);
            await Parallel.ForAsync(0, ask.Count, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop }, async (page, cancellation) =>
            {
                string html = await open._pages[page].Open(cancellation);
                if (page < open._parts.Length)
                {
                    open._parts[page] = LivePage.Parts(html);
                }
            });
            await Until(() => Array.TrueForAll(open._pages, p => p.Log.IsLive || p.Log.IsBroken), "The pages were not all live", stop);
            return open;
        }
        catch
        {
            await open.DisposeAsync();
            throw;
        }
    }

    /// <summary>From here on it is measured.</summary>
    public void Begin()
    {
        _from = Stopwatch.GetTimestamp();
        _tally.Begin();
        foreach (LivePage page in _pages)
        {
            page.Log.Begin();
        }
    }

    /// <summary>What came of them until now; what is a rate, until the last frame.</summary>
    public PageFigures Figures() =>
        new([.. _pages.Select(p => p.Log)], _tally, Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(_from, Math.Max(_from + 1, _tally.LastFrame)).TotalSeconds);

    /// <summary>Fails where a page would by now have been read anew: that load is not part of what is measured.</summary>
    /// <exception cref="InvalidOperationException">A page has other parts than when it was opened.</exception>
    public async Task RequireSame(CancellationToken stop)
    {
        using HttpClient http = new();
        for (int page = 0; page < _parts.Length; page++)
        {
            string html = await http.GetStringAsync(_ask.Address(page), stop);
            if (!LivePage.Parts(html).SetEquals(_parts[page]))
            {
                throw new InvalidOperationException(
                    $"{_ask.Address(page)} has other tiles or rows than when it was opened: browsers would have read it anew, and that load was left out.");
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (LivePage page in _pages)
        {
            await page.DisposeAsync();
        }
    }

    private static async Task Until(Func<bool> holds, string otherwise, CancellationToken stop)
    {
        long begun = Stopwatch.GetTimestamp();
        while (!holds())
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{otherwise} within {Patience.TotalSeconds} s."));
            }

            await Task.Delay(Look, TimeProvider.System, stop);
        }
    }
}
