using System.Net;
using Orleans.Configuration;
using Units.Silo.Storage;

namespace Units.Silo;

/// <summary>Composes a silo: clustering, storage, the sweep.</summary>
internal static class SiloHosting
{
    /// <summary>What a gateway in another process must name too.</summary>
    public const string ClusterName = "units";

    /// <summary>Adds the silo to a host.</summary>
    public static void AddUnitsSilo(this IHostApplicationBuilder host, SiloOptions options)
    {
        host.Services.AddSingleton(TimeProvider.System);
        host.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(options.SiloPort, options.GatewayPort, null, ClusterName, ClusterName);
            silo.Configure<EndpointOptions>(endpoints => endpoints.AdvertisedIPAddress = IPAddress.Loopback);
            silo.AddSqliteStorage(options.StorageDirectory);
        });
        host.Services.AddHostedService<RootSweep>();
    }
}
