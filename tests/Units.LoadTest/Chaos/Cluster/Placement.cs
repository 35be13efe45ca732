using Orleans.Runtime;
using Units.LoadTest.Countries;

namespace Units.LoadTest.Chaos.Cluster;

/// <summary>Which silo each unit is active on, as the cluster's own management says.</summary>
internal sealed class Placement : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly IReadOnlyDictionary<string, int> _units;

    private Placement(IHost host, IReadOnlyDictionary<string, int> units) => (_host, _units) = (host, units);

    /// <summary>Connects to a cluster.</summary>
    /// <param name="connectionString">Of the database of its membership.</param>
    /// <param name="country">Its units.</param>
    public static async Task<Placement> Connect(string connectionString, Country country)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleansClient(client =>
        {
            client.Configure<Orleans.Configuration.ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (Units.Silo.Clustering.ClusterName, Units.Silo.Clustering.ClusterName));
            client.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = ("Npgsql", $"{connectionString};Search Path=units"));
        });
        IHost host = builder.Build();
        await host.StartAsync();
        Dictionary<string, int> units = Enumerable.Range(0, country.Units.Count).ToDictionary(u => UnitKey.Of(new UnitId(country.Units[u].Id)), u => u);
        return new Placement(host, units);
    }

    /// <summary>The address of the silo that each unit is active on, by the unit's place in the country; absent where it is on none.</summary>
    public async Task<IReadOnlyDictionary<int, string>> Now()
    {
        IManagementGrain management = _host.Services.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0);
        Dictionary<int, string> placed = [];
        foreach (DetailedGrainStatistic active in await management.GetDetailedGrainStatistics())
        {
            if (_units.TryGetValue(active.GrainId.Key.ToString() ?? "", out int unit))
            {
                placed[unit] = active.SiloAddress.Endpoint.Address.ToString();
            }
        }

        return placed;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
