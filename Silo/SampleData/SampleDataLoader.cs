using Grpc.Net.Client;

namespace Units.Silo.SampleData;

/// <summary>Loads the sample data once the process listens, through the public API like anybody else, so that it shows what the API can do.</summary>
/// <remarks>Loading again changes nothing: ids are fixed, and what is there with the same content is left alone.</remarks>
public sealed class SampleDataLoader(
    SampleDataOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<SampleDataLoader> logger) : BackgroundService
{
    private readonly TaskCompletionSource<SampleDataResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SampleSet? _set;

    /// <summary>Ends when all has been sent; cancelled when the process stops before.</summary>
    public Task<SampleDataResult> Completion => _completion.Task;

    /// <summary>Reads the files before anything listens, so that a malformed one stops the start with its message.</summary>
    /// <exception cref="SampleFormatException">A file is malformed.</exception>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _set = SampleReader.Read(options.Directory);
        await base.StartAsync(cancellationToken);

        // A host that stops at once cancels the task before ExecuteAsync is ever called.
        _ = ExecuteTask!.ContinueWith(
            _ => _completion.TrySetCanceled(), CancellationToken.None, TaskContinuationOptions.OnlyOnCanceled, TaskScheduler.Default);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Listening(stoppingToken);
            using GrpcChannel channel = GrpcChannel.ForAddress(options.Address());
            SampleDataResult result = await new SampleDataClient(channel, options, time, logger).Send(_set!, stoppingToken);
            if (result.Failed > 0)
            {
                SampleDataLog.Incomplete(logger, result.Failed);
            }

            _completion.SetResult(result);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The rest is sent at the next start.
            _completion.TrySetCanceled(stoppingToken);
        }
        catch (Exception error)
        {
            // The one who awaits Completion is told, and so is the host, which stops.
            _completion.SetException(error);
            throw;
        }
    }

    private async Task Listening(CancellationToken stopping)
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }
}
