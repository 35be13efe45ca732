using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Units.TestSupport;

namespace Units.Monitor.Tests.Support;

/// <summary>Stands before a page of the product: gives its files on, and sends its stream itself, as many frames and as fast as the page takes them.</summary>
internal sealed partial class FrameServer : IDisposable
{
    private const int BreakMark = 0;

    private static readonly HttpClient Http = new();

    private readonly HttpListener _listener = new();
    private readonly string _origin;
    private readonly string _path;
    private readonly string _html;
    private readonly Channel<int> _wanted = Channel.CreateUnbounded<int>();
    private readonly SemaphoreSlim _sent = new(0);
    private int _number;

    private FrameServer(string page, string html)
    {
        Uri url = new(page);
        _origin = url.GetLeftPart(UriPartial.Authority);
        _path = url.AbsolutePath;
        _html = html;
        string address = $"http://localhost:{FreePorts.Next()}";
        Page = address + _path;
        _listener.Prefixes.Add(address + "/");
        _listener.Start();
        _ = Task.Run(Serve);
    }

    /// <summary>The page, here.</summary>
    public string Page { get; }

    /// <summary>One before a page.</summary>
    public static async Task<FrameServer> Before(string page) => new(page, await Http.GetStringAsync(new Uri(page)));

    /// <summary>Sends frames, and waits until they are written.</summary>
    public async Task Send(int frames)
    {
        await _wanted.Writer.WriteAsync(frames);
        await _sent.WaitAsync(TimeSpan.FromSeconds(90));
    }

    /// <summary>Breaks the stream off, as a server does that dies; the page comes back by itself.</summary>
    public void Break() => _wanted.Writer.TryWrite(BreakMark);

    /// <inheritdoc/>
    public void Dispose()
    {
        _wanted.Writer.TryComplete();
        _listener.Close();
        _sent.Dispose();
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            _ = Task.Run(() => Answer(context));
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath;
        HttpListenerResponse response = context.Response;
        try
        {
            if (path.EndsWith("/live", StringComparison.Ordinal))
            {
                await Stream(response);
            }
            else if (path == _path)
            {
                response.ContentType = "text/html; charset=utf-8";
                await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(_html));
            }
            else if (path.StartsWith("/monitor/-/", StringComparison.Ordinal))
            {
                using HttpResponseMessage file = await Http.GetAsync(new Uri(_origin + path));
                response.ContentType = file.Content.Headers.ContentType!.ToString();
                await response.OutputStream.WriteAsync(await file.Content.ReadAsByteArrayAsync());
            }
            else
            {
                response.StatusCode = 404;
            }

            response.Close();
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException or ChannelClosedException)
        {
            response.Abort();
        }
    }

    private async Task Stream(HttpListenerResponse response)
    {
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("retry: 200\n\n"));
        await response.OutputStream.FlushAsync();
        await foreach (int frames in _wanted.Reader.ReadAllAsync())
        {
            if (frames == BreakMark)
            {
                return;
            }

            for (int i = 0; i < frames; i++)
            {
                await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(Frame(++_number)));
            }

            await response.OutputStream.FlushAsync();
            _sent.Release();
        }
    }

    /// <summary>A frame as the product writes it, with every field of the tile and of the rows another than before.</summary>
    private string Frame(int number)
    {
        StringBuilder groups = new();
        foreach (string key in Keys().Matches(_html).Select(m => m.Groups[1].Value).Distinct())
        {
            groups.Append(groups.Length == 0 ? "" : ",").Append(System.Globalization.CultureInfo.InvariantCulture, $"\"{key}\":{{\"n\":\"{number}\",\"v\":\"{number}\",\"p\":\"{number % 100}%\",\"b\":\"{number % 120}\"}}");
        }

        // In every fifth somebody has no rank.
        string order = number % 5 == 0 ? "\"r-tinh-2\",\"r-tinh-1\"],\"unranked\":[\"apart\",\"r-tinh-3\""
            : number % 2 == 0 ? "\"r-tinh-1\",\"r-tinh-2\",\"r-tinh-3\"" : "\"r-tinh-3\",\"r-tinh-2\",\"r-tinh-1\"";
        return $"id: {number}\nevent: page\ndata: {{\"at\":\"15:04:05\",\"v\":\"1.{number}\",\"g\":{{{groups}}},\"ranked\":[{order}]}}\n\n";
    }

    [GeneratedRegex("data-k=\"([^\"]+)\"")]
    private static partial Regex Keys();
}
