using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Units.Gateway.Hosting;

/// <summary>Not ready from the moment the process was told to stop.</summary>
internal sealed class DrainHealthCheck(Drain drain) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.HasBegun ? HealthCheckResult.Unhealthy("The process stops.") : HealthCheckResult.Healthy());
}
