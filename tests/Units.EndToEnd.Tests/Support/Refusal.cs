using Google.Rpc;
using Grpc.Core;
using Xunit;

namespace Units.EndToEnd.Tests.Support;

/// <summary>A refusal as a client sees it.</summary>
/// <param name="Status">The gRPC status.</param>
/// <param name="Reason">The reason of the error catalogue.</param>
/// <param name="RetryAfter">When it asks to be tried again; null where it does not.</param>
internal sealed record Refusal(StatusCode Status, string Reason, TimeSpan? RetryAfter)
{
    /// <summary>What a call is refused with; null where it is not.</summary>
    public static async Task<Refusal?> Of<T>(Task<T> call)
    {
        try
        {
            await call;
            return null;
        }
        catch (RpcException e)
        {
            Google.Rpc.Status? details = e.GetRpcStatus();
            return new Refusal(
                e.StatusCode, details?.GetDetail<ErrorInfo>()?.Reason ?? "", details?.GetDetail<RetryInfo>()?.RetryDelay.ToTimeSpan());
        }
    }

    /// <summary>Fails unless it has this status and reason and says when to try again.</summary>
    public static void IsForLater(Refusal? refusal, StatusCode status, string reason)
    {
        Assert.NotNull(refusal);
        Assert.Equal((status, reason), (refusal.Status, refusal.Reason));
        Assert.True(refusal.RetryAfter > TimeSpan.Zero, $"it does not say when to try again: {refusal}");
    }
}
