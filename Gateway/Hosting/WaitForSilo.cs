namespace Units.Gateway.Hosting;

/// <summary>A gateway may start before its silos do: it waits for one, for as long as it takes, and says so.</summary>
internal sealed partial class WaitForSilo(TimeProvider time, ILogger<WaitForSilo> logger) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private string? _said;

    /// <inheritdoc/>
    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (_said != exception.Message)
        {
            _said = exception.Message;
            LogWaits(exception.Message);
        }

        await Task.Delay(Pause, time, cancellationToken);
        return true;
    }

    [LoggerMessage(6, LogLevel.Warning, "The gateway waits for a silo to answer: {Reason}")]
    private partial void LogWaits(string reason);
}
