namespace Units.Gateway.Hosting;

/// <summary>
/// Breaks off calls whose answer can no longer come. Orleans' client lets a call wait for its whole time when the silo that it went through has
/// gone; here it is given a moment, since most calls went through others and are answered, and then it is as good as lost: the caller repeats it.
/// A call that a silo turned away was not done: it is repeated here for a while, so that a silo that stops in order is not noticed.
/// </summary>
internal sealed class LostCalls(TimeProvider time) : IOutgoingGrainCallFilter
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    // 50, 100, 200, 400, 800 milliseconds: longer than a unit takes to be handed over, shorter than a caller's patience.
    private const int Repeats = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    private TaskCompletionSource _loss = NewLoss();

    /// <summary>A connection to a silo was made or lost.</summary>
    public void Notice(int connections, int before)
    {
        if (connections < before)
        {
            Interlocked.Exchange(ref _loss, NewLoss()).SetResult();
        }
    }

    /// <inheritdoc/>
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                await InvokeOnce(context);
                return;
            }
            catch (OrleansMessageRejectionException e) when (e is not SiloUnavailableException && attempt < Repeats)
            {
                await Task.Delay(FirstPause * (1 << attempt), time);
            }
        }
    }

    private async Task InvokeOnce(IOutgoingGrainCallContext context)
    {
        Task loss = Volatile.Read(ref _loss).Task;
        Task call = context.Invoke();
        if (await Task.WhenAny(call, loss) != call)
        {
            await call.WaitAsync(Moment, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!call.IsCompleted)
            {
                throw new SiloUnavailableException("A silo that the call may have gone through has gone; whether it was done is unknown.");
            }
        }

        await call;
    }

    private static TaskCompletionSource NewLoss() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
