using Units.Gateway.Errors;
using Units.Gateway.Watching;

namespace Units.Gateway.Monitor.Live;

/// <summary>Writes the stream of a page, in its language.</summary>
internal sealed class PageWatchWriter(HttpResponse response, Language language) : SseWatchWriter(response)
{
    /// <inheritdoc/>
    public override ValueTask Write(Frame frame, string token, CancellationToken cancellation) =>
        Write(frame.Event, frame is PageFrame page ? page.In(language) : frame.AsJson, token, cancellation);
}
