namespace Units.Gateway.Hosting;

/// <summary>Measures, twenty times a second, how long work waits for a thread, and tells <see cref="AdmissionWindow"/>.</summary>
internal sealed class ProcessorWait(AdmissionWindow window, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                window.Waited(await Waited());
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
