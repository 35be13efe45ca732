using Units.Gateway.Messages;

namespace Units.Gateway.Watching;

/// <summary>A watch as Server-Sent Events: the resume token is the event's id, which a browser gives back by itself after a break.</summary>
internal class SseWatchWriter(HttpResponse response) : JsonWatchWriter(response)
{
    /// <summary>The content type by which it is asked for.</summary>
    public const string ContentType = "text/event-stream";

    /// <inheritdoc/>
    public override async Task Start(CancellationToken cancellation)
    {
        Response.ContentType = ContentType;
        Unbuffered();
        await Response.StartAsync(cancellation);
        Text("retry: 2000\n\n");
        await Flush(cancellation);
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> Fail(Google.Rpc.Status status)
    {
        Text($"event: error\ndata: {ProtoJson.Write(status)}\n\n");
        await Flush(CancellationToken.None);
        return true;
    }

    /// <inheritdoc/>
    protected override ValueTask Write(string eventName, ReadOnlyMemory<byte> shared, string token, CancellationToken cancellation)
    {
        Text($"id: {token}\nevent: {eventName}\ndata: ");
        Bytes(shared.Span);
        Text($",\"resumeToken\":\"{token}\"}}\n\n");
        return Written(cancellation);
    }
}
