using Google.Rpc;
using Grpc.Core;
using Units.Gateway.Tests.Support;
using Xunit;

namespace Units.Gateway.Tests;

/// <summary>What the gRPC stack refuses before any code of ours sees it has a reason of the catalogue too.</summary>
public sealed class StackRefusalTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(b => b, b => b);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bytes_that_are_no_message_are_malformed_and_not_a_fault(bool streamed)
    {
        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => Send(streamed, [0x0A, 0xFF, 0xFF, 0xFF, 0x7F]));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("MALFORMED_MESSAGE", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Null(refused.GetRpcStatus()!.GetDetail<RetryInfo>());
        Assert.StartsWith("The message does not parse", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_over_4_MiB_is_too_large(bool streamed)
    {
        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => Send(streamed, new byte[Hosting.GatewayLimits.MaxMessageBytes + 1]));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("MESSAGE_TOO_LARGE", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Null(refused.GetRpcStatus()!.GetDetail<RetryInfo>());
    }

    private async Task Send(bool streamed, byte[] request)
    {
        CallInvoker invoker = gateway.Channel.CreateCallInvoker();
        if (streamed)
        {
            using AsyncDuplexStreamingCall<byte[], byte[]> stream =
                invoker.AsyncDuplexStreamingCall(Raw(MethodType.DuplexStreaming, "SubmitReports"), null, default);
            try
            {
                await stream.RequestStream.WriteAsync(request, TestContext.Current.CancellationToken);
            }
            catch (RpcException)
            {
                // Refused before it was sent whole: the answer says why.
            }

            await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
            return;
        }

        using AsyncUnaryCall<byte[]> call = invoker.AsyncUnaryCall(Raw(MethodType.Unary, "SubmitReport"), null, default, request);
        await call.ResponseAsync;
    }

    private static Method<byte[], byte[]> Raw(MethodType type, string name) => new(type, V1.ReportService.Descriptor.FullName, name, Bytes, Bytes);
}
