using Microsoft.Extensions.Options;
using Units.Gateway.Hosting;
using Units.Gateway.Telemetry;
using Units.Grains;
using Units.Silo.SampleData;
using Units.Silo.Storage;

namespace Units.Silo;

/// <summary>Composes a silo: clustering, storage, the sweep, the sample data.</summary>
internal static class SiloHosting
{
    /// <summary>Adds the silo to a host.</summary>
    public static void AddUnitsSilo(this IHostApplicationBuilder host, SiloOptions options)
    {
        host.Services.AddSingleton(TimeProvider.System);
        host.Services.AddSingleton<PushOutbox>();
        host.Services.AddSingleton<UnitTelemetry>();
        bool isTraced = host.Configuration.IsTelemetryOn();
        host.UseOrleans(silo =>
        {
            silo.AddClustering(options);
            _ = isTraced ? silo.AddActivityPropagation() : silo;
            silo.AddUnitsDashboard(options);
            _ = options.StorageProvider == StorageProvider.Postgres
                ? silo.AddPostgresStorage(options.ConnectionString)
                : silo.AddSqliteStorage(options.StorageDirectory);
        });
        host.Services.AddHostedService<RootSweep>();
    }

    /// <summary>Loads the sample data through the gateway of this process, unless it is turned off or the gateway asks for a token, which it has not.</summary>
    public static void AddSampleData(this IHostApplicationBuilder host, SiloOptions options)
    {
        if (!options.SampleData || GatewayHosting.AsksForIdentity(host.Configuration))
        {
            return;
        }

        host.Services.AddSampleData(provider => new SampleDataOptions
        {
            Address = () => new Uri(provider.GetRequiredService<IOptions<GatewayOptions>>().Value.Grpc.Url),
            Directory = options.SampleDataDirectory,
        });
    }
}
