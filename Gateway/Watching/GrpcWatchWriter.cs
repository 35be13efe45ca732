using System.Buffers.Binary;
using System.Text;
using Grpc.Core;

namespace Units.Gateway.Watching;

/// <summary>A watch over gRPC: length-prefixed messages, each the shared event with the resume token behind it, as fields of protobuf may stand.</summary>
internal sealed class GrpcWatchWriter(HttpResponse response, ServerCallContext context) : WatchWriter(response)
{
    private const int PrefixLength = 5;
    private const byte TokenTag = (3 << 3) | 2;
    private const int MaxHead = PrefixLength + 1 + 5;

    /// <inheritdoc/>
    public override Task Start(CancellationToken cancellation) => context.WriteResponseHeadersAsync([]);

    /// <inheritdoc/>
    public override ValueTask Write(Frame frame, string token, CancellationToken cancellation) => Write(frame.AsGrpc, token, cancellation);

    /// <inheritdoc/>
    public override ValueTask Write(V1.Heartbeat heartbeat, string token, CancellationToken cancellation) =>
        Write(Frame.Grpc(HeartbeatField, heartbeat), token, cancellation);

    /// <inheritdoc/>
    public override ValueTask<bool> Fail(Google.Rpc.Status status) => ValueTask.FromResult(false);

    private ValueTask Write(ReadOnlyMemory<byte> shared, string token, CancellationToken cancellation)
    {
        Span<byte> tokenHead = stackalloc byte[MaxHead];
        tokenHead[0] = TokenTag;
        int headLength = 1;
        uint rest = (uint)token.Length;
        for (; rest >= 0x80; rest >>= 7)
        {
            tokenHead[headLength++] = (byte)((rest & 0x7F) | 0x80);
        }

        tokenHead[headLength++] = (byte)rest;
        Span<byte> prefix = stackalloc byte[PrefixLength];
        prefix[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(prefix[1..], checked((uint)(shared.Length + headLength + Encoding.ASCII.GetByteCount(token))));
        Bytes(prefix);
        Bytes(shared.Span);
        Bytes(tokenHead[..headLength]);
        Text(token);
        return Written(cancellation);
    }
}
