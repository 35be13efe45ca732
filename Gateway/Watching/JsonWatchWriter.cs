using Units.Gateway.Messages;

namespace Units.Gateway.Watching;

/// <summary>A watch as JSON: an object a line.</summary>
internal class JsonWatchWriter(HttpResponse response) : WatchWriter(response)
{
    /// <inheritdoc/>
    public override async Task Start(CancellationToken cancellation)
    {
        Response.ContentType = "application/json";
        Unbuffered();
        await Response.StartAsync(cancellation);
    }

    /// <inheritdoc/>
    public override ValueTask Write(Frame frame, string token, CancellationToken cancellation) => Write(frame.Event, frame.AsJson, token, cancellation);

    /// <inheritdoc/>
    public override ValueTask Write(V1.Heartbeat heartbeat, string token, CancellationToken cancellation) =>
        Write("heartbeat", Frame.Json("heartbeat", heartbeat), token, cancellation);

    /// <inheritdoc/>
    public override async ValueTask<bool> Fail(Google.Rpc.Status status)
    {
        Text($"{{\"error\":{ProtoJson.Write(status)}}}\n");
        await Flush(CancellationToken.None);
        return true;
    }

    /// <summary>Writes an event.</summary>
    protected virtual ValueTask Write(string eventName, ReadOnlyMemory<byte> shared, string token, CancellationToken cancellation)
    {
        Bytes(shared.Span);
        Text($",\"resumeToken\":\"{token}\"}}\n");
        return Written(cancellation);
    }

    /// <summary>Asks proxies on the way to pass on what comes as it comes.</summary>
    protected void Unbuffered()
    {
        Response.Headers.CacheControl = "no-cache";
        Response.Headers["X-Accel-Buffering"] = "no";
    }
}
