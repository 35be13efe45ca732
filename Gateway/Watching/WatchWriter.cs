using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Units.Gateway.Watching;

/// <summary>Writes a watch to its caller. What all watchers of a question share is copied, and only the resume token is made for each.</summary>
/// <remarks>It writes to the body of the response itself, since the stream writers of gRPC and of JSON transcoding would encode anew for
/// each watcher. What is written together is sent together, by <see cref="Flush"/>, which ends when the transport has taken it: a caller who does not
/// read holds up nobody else.</remarks>
internal abstract class WatchWriter(HttpResponse response)
{
    /// <summary>Heartbeats are field 2 of the messages to watchers.</summary>
    protected const int HeartbeatField = 2;

    private const int MaxPart = 4096;

    /// <summary>What is written is sent by itself beyond this: a watch of many units is not held in memory whole.</summary>
    private const int MaxUnsent = 64 * 1024;

    private long _unsent;

    /// <summary>Where it writes.</summary>
    protected PipeWriter Body => response.BodyWriter;

    /// <summary>The response.</summary>
    protected HttpResponse Response => response;

    /// <summary>Sends the headers.</summary>
    public abstract Task Start(CancellationToken cancellation);

    /// <summary>Writes totals.</summary>
    public abstract ValueTask Write(Frame frame, string token, CancellationToken cancellation);

    /// <summary>Writes a heartbeat.</summary>
    public abstract ValueTask Write(V1.Heartbeat heartbeat, string token, CancellationToken cancellation);

    /// <summary>Ends a stream that has begun with a refusal. False where the status of the call says it.</summary>
    public abstract ValueTask<bool> Fail(Google.Rpc.Status status);

    /// <summary>Called once the watcher is known that it writes for.</summary>
    /// <param name="wake">Has the watcher look whether there is something to send.</param>
    public virtual void Begin(Action wake)
    {
    }

    /// <summary>Called when the watcher writes no more.</summary>
    public virtual void End()
    {
    }

    /// <summary>Writes what else there is to send, beside totals.</summary>
    public virtual void WriteMore()
    {
    }

    /// <summary>Sends what was written, if anything was.</summary>
    public async ValueTask Flush(CancellationToken cancellation)
    {
        if (_unsent == 0)
        {
            return;
        }

        _unsent = 0;
        FlushResult result = await Body.FlushAsync(cancellation);
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new OperationCanceledException("The caller reads no more.", cancellation);
        }
    }

    /// <summary>A message is written whole.</summary>
    protected ValueTask Written(CancellationToken cancellation) => _unsent >= MaxUnsent ? Flush(cancellation) : ValueTask.CompletedTask;

    /// <summary>Writes text.</summary>
    protected void Text(string text) => _unsent += Encoding.UTF8.GetBytes(text, Body);

    /// <summary>Writes bytes.</summary>
    protected void Bytes(ReadOnlySpan<byte> bytes)
    {
        _unsent += bytes.Length;
        while (!bytes.IsEmpty)
        {
            // With a size: the writer of gRPC-Web in text gives no room at all where none is asked for.
            Span<byte> span = Body.GetSpan(Math.Min(bytes.Length, MaxPart));
            int part = Math.Min(span.Length, bytes.Length);
            bytes[..part].CopyTo(span);
            Body.Advance(part);
            bytes = bytes[part..];
        }
    }
}
