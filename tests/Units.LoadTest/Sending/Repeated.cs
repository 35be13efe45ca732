using Grpc.Core;

namespace Units.LoadTest.Sending;

/// <summary>A call that is sent again, as it is, until there is an answer.</summary>
internal static class Repeated
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The answer, be it a refusal.</summary>
    /// <param name="send">Sends it.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <param name="until">From when on trouble is an answer too; null for never.</param>
    public static async Task<T> Call<T>(Func<CallOptions, AsyncUnaryCall<T>> send, CancellationToken stop, DateTime? until = null)
    {
        while (true)
        {
            try
            {
                return await send(new CallOptions(deadline: Client.In(Patience), cancellationToken: stop));
            }
            catch (RpcException e) when (IsTrouble(e.StatusCode) && !stop.IsCancellationRequested && !(Client.In(TimeSpan.Zero) > until))
            {
                await Task.Delay(Pause, TimeProvider.System, stop);
            }
        }
    }

    // INTERNAL is in what the server logs, and there the rig finds it with its cause.
    private static bool IsTrouble(StatusCode status) => status
        is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted or StatusCode.Aborted or StatusCode.Cancelled or StatusCode.Internal;
}
