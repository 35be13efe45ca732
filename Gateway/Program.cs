using Units.Gateway.Hosting;

namespace Units.Gateway;

/// <summary>The gateway alone: a client of a cluster on this machine.</summary>
/// <remarks>Not called Program, so that the silo, which references this assembly, can have its own.</remarks>
internal static class GatewayProgram
{
    private const string Cluster = "units";

    private const int SiloGatewayPort = 30000;

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    private static async Task Main(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.UseOrleansClient(client => client
            .UseLocalhostClustering(SiloGatewayPort, serviceId: Cluster, clusterId: Cluster)
            .UseConnectionRetryFilter(WaitForSilo));
        builder.AddUnitsGateway();
        await using WebApplication app = builder.Build();
        app.MapUnitsGateway();
        await app.RunAsync();
    }

    /// <summary>The gateway may start before its silo does.</summary>
    private static async Task<bool> WaitForSilo(Exception exception, CancellationToken cancellation)
    {
        await Task.Delay(Retry, TimeProvider.System, cancellation);
        return true;
    }
}
