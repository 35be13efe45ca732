using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Units.LoadTest.Load;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Pages;

/// <summary>Live pages of the monitor: each asks for its page, as a browser does, and then reads its stream. Beside them one watcher a unit over gRPC.</summary>
internal sealed class OpenPages : IAsyncDisposable
{
    private const int AtATime = 16;
    private const int Buffer = 16 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _running = [];
    private readonly Lock _gate = new();
    private readonly Latencies _late = new();
    private readonly PageAsk _ask;

    private OpenPages(PageAsk ask) => _ask = ask;

    /// <summary>What each was shown.</summary>
    public List<PageLog> Logs { get; } = [];

    /// <summary>Opens them, spread over the units, and waits until each was shown something.</summary>
    public static async Task<OpenPages> Open(PageAsk ask, Client side, CancellationToken stop)
    {
        OpenPages pages = new(ask);
        Dictionary<string, UnitVersions> units = ask.Units.ToDictionary(u => u, _ => new UnitVersions());
        pages._running.AddRange(units.Select(u => pages.Watch(side, u.Key, u.Value)));
        await Until(() => units.Values.All(u => u.HasBegun), stop);
        (string Unit, PageLog Log)[] all = [.. Enumerable.Range(0, ask.Pages).Select(i => ask.Units[i % ask.Units.Count]).Select(u => (u, new PageLog(units[u])))];
        pages.Logs.AddRange(all.Select(p => p.Log));
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop }, async (page, cancellation) =>
        {
            string address = $"{ask.Monitor}/monitor/{page.Unit}";
            using HttpResponseMessage html = await pages._http.GetAsync(new Uri($"{address}{ask.Query}"), cancellation);
            await html.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null, cancellation);
            Task reading = pages.Read(new Uri($"{address}/live{ask.Query}"), page.Log);
            lock (pages._gate)
            {
                pages._running.Add(reading);
            }
        });
        await Until(() => pages.Logs.TrueForAll(l => l.Frames > 0 || l.IsBroken), stop);
        return pages;
    }

    /// <summary>From here on it is measured.</summary>
    public void Begin()
    {
        foreach (PageLog log in Logs)
        {
            log.Begin();
        }
    }

    /// <summary>What came of them until now.</summary>
    public PageFigures Figures(long from, double bytes)
    {
        long now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            return new PageFigures(Logs, _late, now, Stopwatch.GetElapsedTime(from, now).TotalSeconds, bytes);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_running);
        _http.Dispose();
        _end.Dispose();
    }

    private async Task Read(Uri live, PageLog log)
    {
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, live);
            request.Headers.Accept.ParseAdd("text/event-stream");
            using HttpResponseMessage answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _end.Token);
            await using Stream stream = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(_end.Token);
            FrameVersions versions = new();
            byte[] buffer = new byte[Buffer];
            for (int read; (read = await stream.ReadAsync(buffer, _end.Token)) > 0;)
            {
                if (versions.Take(buffer.AsSpan(0, read)) is { } version && log.Take(version, Stopwatch.GetTimestamp()) is { } late)
                {
                    lock (_gate)
                    {
                        _late.Add(late);
                    }
                }
            }

            log.IsBroken = true;
        }
        catch (OperationCanceledException)
        {
            // It is closed.
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            log.IsBroken = !_end.IsCancellationRequested;
        }
    }

    private async Task Watch(Client side, string unit, UnitVersions versions)
    {
        try
        {
            V1.WatchTotalsRequest request = new() { Units = { unit }, Measures = { _ask.Measure }, Range = _ask.Range };
            using AsyncServerStreamingCall<V1.WatchTotalsResponse> call = side.Totals.WatchTotals(request, cancellationToken: _end.Token);
            while (await call.ResponseStream.MoveNext(_end.Token))
            {
                if (call.ResponseStream.Current.Totals is { } totals)
                {
                    versions.Take((totals.Version.Epoch, totals.Version.N), Stopwatch.GetTimestamp());
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or RpcException && _end.IsCancellationRequested)
        {
            // It is closed.
        }
    }

    private static async Task Until(Func<bool> holds, CancellationToken stop)
    {
        long begun = Stopwatch.GetTimestamp();
        while (!holds())
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The pages were not all live within {Patience.TotalSeconds} s."));
            }

            await Task.Delay(Look, TimeProvider.System, stop);
        }
    }
}
