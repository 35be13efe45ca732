using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Units.Gateway.Watching;

namespace Units.Gateway.Tests.Support;

/// <summary>What a watcher is sent, in order: a frame or a heartbeat, with the token.</summary>
internal sealed class RecordingWriter() : WatchWriter(new DefaultHttpContext().Response)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Channel<(Frame? Frame, V1.Heartbeat? Beat, string Token)> _sent =
        Channel.CreateUnbounded<(Frame? Frame, V1.Heartbeat? Beat, string Token)>();

    /// <summary>The next message.</summary>
    public Task<(Frame? Frame, V1.Heartbeat? Beat, string Token)> Next() => _sent.Reader.ReadAsync().AsTask().WaitAsync(Limit);

    /// <summary>The next message with totals.</summary>
    public async Task<Frame> NextFrame()
    {
        while (true)
        {
            if ((await Next()).Frame is { } frame)
            {
                return frame;
            }
        }
    }

    /// <inheritdoc/>
    public override Task Start(CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public override ValueTask Write(Frame frame, string token, CancellationToken cancellation) => _sent.Writer.WriteAsync((frame, null, token), cancellation);

    /// <inheritdoc/>
    public override ValueTask Write(V1.Heartbeat heartbeat, string token, CancellationToken cancellation) =>
        _sent.Writer.WriteAsync((null, heartbeat, token), cancellation);

    /// <inheritdoc/>
    public override ValueTask<bool> Fail(Google.Rpc.Status status) => ValueTask.FromResult(false);
}
