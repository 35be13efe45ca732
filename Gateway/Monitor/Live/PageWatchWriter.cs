using Units.Gateway.Errors;
using Units.Gateway.Watching;

namespace Units.Gateway.Monitor.Live;

/// <summary>Writes the stream of a page, in its language, with the latest entries where the page has them.</summary>
internal sealed class PageWatchWriter(HttpResponse response, Language language, LiveTicker? ticker) : SseWatchWriter(response)
{
    private readonly Dictionary<object, object> _shown = new(ReferenceEqualityComparer.Instance);
    private byte[]? _said;
    private IDisposable? _seat;

    /// <inheritdoc/>
    public override void Begin(Action wake)
    {
        // What was said before it came is not newer than the page itself.
        _said = ticker?.Event;
        _seat = ticker?.Join(wake);
    }

    /// <inheritdoc/>
    public override void End() => _seat?.Dispose();

    /// <inheritdoc/>
    public override ValueTask Write(Frame frame, string token, CancellationToken cancellation)
    {
        ticker?.Move();
        if (frame is not PageFrame page)
        {
            return base.Write(frame, token, cancellation);
        }

        ReadOnlyMemory<byte> shared = page.In(language, _shown.GetValueOrDefault(page.Line));
        _shown[page.Line] = page.Mark;
        return Write(frame.Event, shared, token, cancellation);
    }

    /// <inheritdoc/>
    public override void WriteMore()
    {
        if (ticker is not null && ticker.Event is var now && now != _said)
        {
            _said = now;
            Bytes(now);
        }
    }
}
