using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Configuration;
using Units.Gateway.Hosting;
using Units.Gateway.Telemetry;

namespace Units.Gateway;

/// <summary>The gateway alone: a client of a cluster, which it finds in the cluster's own table, or of a silo on this machine.</summary>
/// <remarks>Not called Program, so that the silo, which references this assembly, can have its own.</remarks>
internal static class GatewayProgram
{
    private const string Cluster = "units";

    private const string Schema = "units";

    private const string PortKey = "Units:Silo:GatewayPort";

    private const string ProviderKey = "Units:Storage:Provider";

    private const string ConnectionStringKey = "Units:Storage:ConnectionString";

    private const int DefaultPort = 30000;

    // The table is read over these and nothing else is.
    private const int Connections = 2;

    // A call to a unit of a silo that froze is not broken off at a client: this is how long it holds up whoever waits for it. It is longer than
    // any answer takes while the database answers at all, and leaves time to repeat the call within ten seconds.
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(6);

    // Silos that came are used, and frozen ones no more, as soon as the table says so.
    private static readonly TimeSpan TableLook = TimeSpan.FromSeconds(1);

    private static async Task<int> Main(string[] args)
    {
        try
        {
            WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

            // What the client of the cluster tells of its daily work is for those who ask for it.
            builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new("Logging:LogLevel:Orleans", "Warning")] });
            SettingReader settings = new(builder.Configuration);
            NpgsqlDataSource? table = Table(settings);
            int port = settings.Port(PortKey, DefaultPort);
            LostCalls lost = new(TimeProvider.System);
            bool isTraced = builder.Configuration.IsTelemetryOn();
            builder.UseOrleansClient(client =>
            {
                _ = isTraced ? client.AddActivityPropagation() : client;
                _ = table is null
                    ? client.UseLocalhostClustering(port, serviceId: Cluster, clusterId: Cluster)
                    : client.UseAdoNetClustering(clustering => (clustering.Invariant, clustering.DataSource) = ("Npgsql", table))
                        .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = (Cluster, Cluster));
                client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = AnswerWithin)
                    .Configure<Orleans.Configuration.GatewayOptions>(list => list.GatewayListRefreshPeriod = TableLook)
                    .AddGatewayCountChangedHandler((_, change) => lost.Notice(change.NumberOfConnectedGateways, change.PreviousNumberOfConnectedGateways))
                    .AddOutgoingGrainCallFilter(lost)
                    .UseConnectionRetryFilter<WaitForSilo>();
            });
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

    /// <summary>Where the silos of a cluster write that they are there; null for one silo on this machine.</summary>
    private static NpgsqlDataSource? Table(SettingReader settings)
    {
        if (settings.OneOf(ProviderKey, "Sqlite", "Postgres") == "Sqlite")
        {
            return null;
        }

        try
        {
            NpgsqlConnectionStringBuilder connection = new(settings.Text(ConnectionStringKey));
            if (connection is { Host: null or "" } or { Database: null or "" })
            {
                throw new ArgumentException("Host or Database is missing.");
            }

            connection.SearchPath = Schema;
            connection.MinPoolSize = 0;
            connection.MaxPoolSize = Connections;
            return NpgsqlDataSource.Create(connection);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException or InvalidOperationException or NotSupportedException)
        {
            // Neither the text nor what the driver says of it is shown: either may hold the password.
            throw new SettingException(ConnectionStringKey, "(not shown)",
                "how to connect to the database of the silos, like Host=db.example;Database=units;Username=units_app;Password=…");
        }
    }
}
