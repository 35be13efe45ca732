using Microsoft.Extensions.Options;
using Units.Gateway.Hosting;
using Units.Gateway.Telemetry;

namespace Units.Gateway;

/// <summary>The gateway alone: a client of a cluster on this machine.</summary>
/// <remarks>Not called Program, so that the silo, which references this assembly, can have its own.</remarks>
internal static class GatewayProgram
{
    private const string Cluster = "units";

    private const string PortKey = "Units:Silo:GatewayPort";

    private const int DefaultPort = 30000;

    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    private static async Task<int> Main(string[] args)
    {
        try
        {
            WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
            int port = new SettingReader(builder.Configuration).Port(PortKey, DefaultPort);
            bool isTraced = builder.Configuration.IsTelemetryOn();
            builder.UseOrleansClient(client => (isTraced ? client.AddActivityPropagation() : client)
                .UseLocalhostClustering(port, serviceId: Cluster, clusterId: Cluster)
                .UseConnectionRetryFilter(WaitForSilo));
            builder.AddUnitsTelemetry("units-gateway");
            builder.AddUnitsGateway();
            await using WebApplication app = builder.Build();
            app.MapUnitsGateway();
            await app.RunAsync();
            return 0;
        }
        catch (Exception e) when (e is SettingException or OptionsValidationException)
        {
            await Console.Error.WriteLineAsync($"The gateway of Units does not start: {e.Message}");
            return 1;
        }
    }

    /// <summary>The gateway may start before its silo does.</summary>
    private static async Task<bool> WaitForSilo(Exception exception, CancellationToken cancellation)
    {
        await Task.Delay(Retry, TimeProvider.System, cancellation);
        return true;
    }
}
