using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf;
using Units.TestSupport;

namespace Units.EndToEnd.Tests.Operations;

/// <summary>A collector of telemetry: takes OTLP over HTTP and reads as much of it as tests ask for.</summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Trace, string Name)> _spans = new();
    private readonly ConcurrentDictionary<string, byte[]> _metrics = new();

    public OtlpReceiver()
    {
        Url = $"http://127.0.0.1:{FreePorts.Next()}";
        _listener.Prefixes.Add($"{Url}/");
        _listener.Start();
        _ = Serve();
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    /// <summary>The spans so far: trace and name.</summary>
    public IReadOnlyCollection<(string Trace, string Name)> Spans => _spans;

    /// <summary>The latest message of each metric, as it came.</summary>
    public IReadOnlyDictionary<string, byte[]> Metrics => _metrics;

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using MemoryStream body = new();
            await context.Request.InputStream.CopyToAsync(body);
            Take(context.Request.Url!.AbsolutePath, body.ToArray());
            context.Response.Close();
        }
    }

    // ExportTraceServiceRequest and ExportMetricsServiceRequest: resource (1), scope (2), then spans or metrics (2).
    private void Take(string path, byte[] body)
    {
        foreach (byte[] item in Fields(body, 1).SelectMany(resource => Fields(resource, 2)).SelectMany(scope => Fields(scope, 2)))
        {
            if (path.EndsWith("/traces", StringComparison.Ordinal))
            {
                _spans.Enqueue((Convert.ToHexStringLower(Fields(item, 1).Single()), Text(Fields(item, 5).Single())));
            }
            else
            {
                _metrics[Text(Fields(item, 1).Single())] = item;
            }
        }
    }

    /// <summary>The fields of a message that have this number and are texts, bytes or messages.</summary>
    private static IEnumerable<byte[]> Fields(byte[] message, int number)
    {
        CodedInputStream input = new(message);
        while (input.ReadTag() is not 0 and uint tag)
        {
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited && WireFormat.GetTagFieldNumber(tag) == number)
            {
                yield return input.ReadBytes().ToByteArray();
            }
            else
            {
                input.SkipLastField();
            }
        }
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);
}
