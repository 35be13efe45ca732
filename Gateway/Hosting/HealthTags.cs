namespace Units.Gateway.Hosting;

/// <summary>Tags by which health checks are found.</summary>
public static class HealthTags
{
    /// <summary>Counts for <c>/health/ready</c> and grpc.health.v1.</summary>
    public const string Ready = "ready";
}
