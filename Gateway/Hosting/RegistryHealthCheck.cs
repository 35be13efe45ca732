using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Units.Gateway.Hosting;

/// <summary>Ready when the cluster answers and its storage does.</summary>
internal sealed class RegistryHealthCheck(IGrainFactory grains) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await grains.GetGrain<IRegistryGrain>(0).Ping().WaitAsync(Patience, cancellationToken)
                ? HealthCheckResult.Healthy("The cluster and its storage answer.")
                : HealthCheckResult.Unhealthy("Storage does not answer.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The cluster does not answer.", exception);
        }
    }
}
