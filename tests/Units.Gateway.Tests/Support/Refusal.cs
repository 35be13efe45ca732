using Google.Rpc;
using Grpc.Core;

namespace Units.Gateway.Tests.Support;

/// <summary>A refusal as a client sees it.</summary>
internal sealed record Refusal(StatusCode Code, Google.Rpc.Status Status)
{
    public ErrorInfo Info => Status.GetDetail<ErrorInfo>()!;

    public string Reason => Info.Reason;

    public BadRequest.Types.FieldViolation[] Fields => [.. Status.GetDetail<BadRequest>()?.FieldViolations ?? []];

    public string[] FieldReasons => [.. Fields.Select(f => $"{f.Field} {f.Reason}")];

    public TimeSpan? Retry => Status.GetDetail<RetryInfo>()?.RetryDelay.ToTimeSpan();

    public LocalizedMessage Localized => Status.GetDetail<LocalizedMessage>()!;

    /// <summary>The refusal of a call that must not succeed.</summary>
    public static async Task<Refusal> Of<T>(AsyncUnaryCall<T> call)
    {
        RpcException thrown = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Google.Rpc.Status? status = thrown.GetRpcStatus();
        Assert.NotNull(status);
        Assert.Equal((int)thrown.StatusCode, status.Code);
        Assert.True(Errors.ErrorCatalogue.All.ContainsKey(status.GetDetail<ErrorInfo>()!.Reason));
        Assert.Equal("units.v1", status.GetDetail<ErrorInfo>()!.Domain);
        return new Refusal(thrown.StatusCode, status);
    }
}
