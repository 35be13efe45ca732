using Microsoft.Extensions.Options;

namespace Units.Gateway.Hosting;

/// <summary>
/// A stop in order: health says "not ready" at once, whoever sends calls here has <see cref="GatewayOptions.DrainTime"/> to notice, and only then
/// watches and streams are ended and the addresses closed.
/// </summary>
internal sealed class Drain : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeSpan _moment;
    private readonly TimeProvider _time;
    private int _begun;

    public Drain(IHostApplicationLifetime lifetime, IOptions<GatewayOptions> options, TimeProvider time)
    {
        _moment = options.Value.DrainTime;
        _time = time;
        Over = _over.Token;
        lifetime.ApplicationStopping.Register(() => _ = Begin());
    }

    /// <summary>True from the moment the process was told to stop.</summary>
    public bool HasBegun => Volatile.Read(ref _begun) != 0;

    /// <summary>Cancelled when the moment is over.</summary>
    public CancellationToken Over { get; }

    /// <summary>Holds the stop of everything else up until the moment is over.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _ = Begin();
        return _done.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => _over.Dispose();

    private async Task Begin()
    {
        if (Interlocked.Exchange(ref _begun, 1) != 0)
        {
            return;
        }

        if (_moment > TimeSpan.Zero)
        {
            await Task.Delay(_moment, _time, CancellationToken.None);
        }

        await _over.CancelAsync();
        _done.SetResult();
    }
}
