using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Units.LoadTest.Pages;

/// <summary>
/// One live page of the monitor, as a browser has it: it asks for its page, reads the stream that the page names, and after a frame asks for the latest
/// entries where the page names an address of them, as the page's script does. Its connections are its own.
/// </summary>
/// <param name="address">The page.</param>
/// <param name="log">What it is shown.</param>
/// <param name="tally">What all pages count together.</param>
internal sealed partial class LivePage(Uri address, PageLog log, PageTally tally) : IAsyncDisposable
{
    private const int Buffer = 16 * 1024;

    /// <summary>LATEST_MS of the page's script.</summary>
    private static readonly TimeSpan LatestAfter = TimeSpan.FromSeconds(3);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly CancellationTokenSource _end = new();
    private Uri? _latest;
    private Task _reading = Task.CompletedTask;
    private Task _asking = Task.CompletedTask;

    /// <summary>What it is shown.</summary>
    public PageLog Log => log;

    /// <summary>The parts of a page that a frame may name: where one names another, the page's script reads the page anew.</summary>
    public static IReadOnlySet<string> Parts(string html) => PartKey().Matches(html).Select(m => m.Groups[1].Value).ToHashSet();

    /// <summary>Asks for the page, and begins to read its stream.</summary>
    /// <returns>The page.</returns>
    /// <exception cref="HttpRequestException">It was refused.</exception>
    public async Task<string> Open(CancellationToken stop)
    {
        using HttpResponseMessage answer = await _http.GetAsync(address, stop);
        string html = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(stop);
        Uri stream = Named(StreamAddress(), html) ?? throw new HttpRequestException($"{address} names no stream: there is nothing live on it.");
        _latest = Named(LatestAddress(), html);
        _reading = Read(stream);
        return html;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_reading, _asking);
        _http.Dispose();
        _end.Dispose();
    }

    private Uri? Named(Regex attribute, string html) =>
        attribute.Match(html) is { Success: true } found && found.Groups[1].Length > 0 ? new Uri(address, WebUtility.HtmlDecode(found.Groups[1].Value)) : null;

    private async Task Read(Uri stream)
    {
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, stream);
            request.Headers.Accept.ParseAdd("text/event-stream");
            using HttpResponseMessage answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _end.Token);
            await using Stream body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(_end.Token);
            FrameReader frames = new();
            byte[] buffer = new byte[Buffer];
            for (int read; (read = await body.ReadAsync(buffer, _end.Token)) > 0;)
            {
                Take(frames, buffer.AsSpan(0, read));
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

    private async Task AskLatest(Uri latest)
    {
        try
        {
            await Task.Delay(LatestAfter, TimeProvider.System, _end.Token);
            long begun = Stopwatch.GetTimestamp();
            using HttpResponseMessage answer = await _http.GetAsync(latest, _end.Token);
            await answer.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null, _end.Token);
            tally.TakeAnswer(Stopwatch.GetTimestamp() - begun);
        }
        catch (OperationCanceledException)
        {
            // It is closed.
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            tally.Fail();
        }
    }

    [GeneratedRegex("data-stream=\"([^\"]*)\"")]
    private static partial Regex StreamAddress();

    [GeneratedRegex("data-latest=\"([^\"]*)\"")]
    private static partial Regex LatestAddress();

    [GeneratedRegex("data-k=\"([tr]-[^\"]+)\"")]
    private static partial Regex PartKey();
}
