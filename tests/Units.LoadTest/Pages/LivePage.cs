using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Units.LoadTest.Pages;

/// <summary>
/// One live page of the monitor, as a browser has it: it asks for its page, reads the stream that the page names, and after a frame asks for the latest
/// entries where the page names an address of them, as the page's script does. Its connections are its own,
/// one for its page and its stream, and one for what it asks beside them.
/// </summary>
/// <param name="address">The page.</param>
/// <param name="log">What it is shown.</param>
/// <param name="tally">What all pages count together.</param>
internal sealed partial class LivePage(Uri address, PageLog log, PageTally tally) : IAsyncDisposable
{
    /// <summary>LATEST_MS of the page's script.</summary>
    private static readonly TimeSpan LatestAfter = TimeSpan.FromSeconds(3);

    private readonly PageConnection _connection = new(address);
    private readonly CancellationTokenSource _end = new();
    private PageConnection? _second;
    private string? _latest;
    private Task _reading = Task.CompletedTask;
    private Task _asking = Task.CompletedTask;

    /// <summary>What it is shown.</summary>
    public PageLog Log => log;

    /// <summary>The parts of a page that a frame may name: where one names another, the page's script reads the page anew.</summary>
    public static IReadOnlySet<string> Parts(string html) => PartKey().Matches(html).Select(m => m.Groups[1].Value).ToHashSet();

    /// <summary>Asks for the page, and begins to read its stream.</summary>
    /// <returns>The page.</returns>
    /// <exception cref="IOException">It was refused.</exception>
    public async Task<string> Open(CancellationToken stop)
    {
        string html = await _connection.Get(address.PathAndQuery, stop);
        string stream = Named(StreamAddress(), html) ?? throw new IOException($"{address} names no stream: there is nothing live on it.");
        _latest = Named(LatestAddress(), html);
        _reading = Read(stream);
        return html;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_reading, _asking);
        _connection.Dispose();
        _second?.Dispose();
        _end.Dispose();
    }

    private static string? Named(Regex attribute, string html) =>
        attribute.Match(html) is { Success: true } found && found.Groups[1].Length > 0 ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    private async Task Read(string stream)
    {
        try
        {
            await _connection.Ask(stream, "text/event-stream", _end.Token);
            FrameReader frames = new();
            while (await _connection.Read(_end.Token) is { Length: > 0 } bytes)
            {
                Take(frames, bytes.Span);
            }

            log.IsBroken = true;
        }
        catch (OperationCanceledException)
        {
            // It is closed.
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            log.IsBroken = !_end.IsCancellationRequested;
        }
    }

    private void Take(FrameReader frames, ReadOnlySpan<byte> bytes)
    {
        while (frames.TryRead(ref bytes, out FrameMark frame))
        {
            long now = Stopwatch.GetTimestamp();
            if (log.Take(frame, now) is { } late)
            {
                tally.TakeFrame(late, now);
            }

            if (_latest is not null && _asking.IsCompleted)
            {
                _asking = AskLatest(_latest);
            }
        }
    }

    private async Task AskLatest(string latest)
    {
        try
        {
            await Task.Delay(LatestAfter, TimeProvider.System, _end.Token);
            long begun = Stopwatch.GetTimestamp();
            await (_second ??= new PageConnection(address)).Get(latest, _end.Token);
            tally.TakeAnswer(Stopwatch.GetTimestamp() - begun);
        }
        catch (OperationCanceledException)
        {
            // It is closed.
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            tally.Fail();
            _second?.Dispose();
            _second = null;
        }
    }

    [GeneratedRegex("data-stream=\"([^\"]*)\"")]
    private static partial Regex StreamAddress();

    [GeneratedRegex("data-latest=\"([^\"]*)\"")]
    private static partial Regex LatestAddress();

    [GeneratedRegex("data-k=\"([tr]-[^\"]+)\"")]
    private static partial Regex PartKey();
}
