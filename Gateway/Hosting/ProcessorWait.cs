namespace Units.Gateway.Hosting;

/// <summary>Measures, twenty times a second, how long work waits for a thread, and tells <see cref="AdmissionWindow"/>; of a rush only once it lasts.</summary>
internal sealed class ProcessorWait(AdmissionWindow window, TimeProvider time) : BackgroundService
{
    // A quarter of a second: what is over sooner is no overload, as a collection, or all who waited for a database that is back.
    private const int Rush = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause, time);
        int longInARow = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                TimeSpan wait = await Waited();
                longInARow = wait > AdmissionWindow.LongestWait ? longInARow + 1 : 0;
                if (window.IsNarrow || longInARow is 0 or >= Rush)
                {
                    window.Waited(wait);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
    }

    /// <summary>From the end of the queue that requests stand in too, and not from that of this thread.</summary>
    private Task<TimeSpan> Waited()
    {
        TaskCompletionSource<TimeSpan> waited = new(TaskCreationOptions.RunContinuationsAsynchronously);
        long queued = time.GetTimestamp();
        ThreadPool.UnsafeQueueUserWorkItem(_ => waited.SetResult(time.GetElapsedTime(queued)), null);
        return waited.Task;
    }
}
