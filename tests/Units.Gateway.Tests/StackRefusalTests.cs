using Google.Rpc;
using Grpc.Core;
using Units.Gateway.Tests.Support;
using Xunit;

namespace Units.Gateway.Tests;

/// <summary>What the gRPC stack refuses before any code of ours sees it has a reason of the catalogue too.</summary>
public sealed class StackRefusalTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(b => b, b => b);

    [Fact]
    public async Task Bytes_that_are_no_message_are_malformed_and_not_a_fault()
    {
        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => Send([0x0A, 0xFF, 0xFF, 0xFF, 0x7F]));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("MALFORMED_MESSAGE", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.StartsWith("The message does not parse", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_over_4_MiB_is_too_large()
    {
        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => Send(new byte[Hosting.GatewayLimits.MaxMessageBytes + 1]));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("MESSAGE_TOO_LARGE", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Null(refused.GetRpcStatus()!.GetDetail<RetryInfo>());
    }

    private async Task Send(byte[] request)
    {
        Method<byte[], byte[]> method = new(MethodType.Unary, V1.ReportService.Descriptor.FullName, "SubmitReport", Bytes, Bytes);
        using AsyncUnaryCall<byte[]> call = gateway.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, request);
        await call.ResponseAsync;
    }
}
