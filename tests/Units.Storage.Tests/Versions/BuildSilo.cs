using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Runtime.Placement;
using Units.Silo;
using Units.TestSupport;

namespace Units.Storage.Tests.Versions;

/// <summary>A silo of this process in a cluster on PostgreSQL, of this build or of a later one.</summary>
internal sealed class BuildSilo : IAsyncDisposable
{
    private readonly IHost _host;
    private bool _isStopped;

    private BuildSilo(IHost host)
    {
        _host = host;
    }

    /// <summary>Its way to all grains of the cluster.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts one.</summary>
    /// <param name="connectionString">Of the run-time role.</param>
    /// <param name="later">What makes it one of a later build; null for this build.</param>
    public static async Task<BuildSilo> Start(string connectionString, LaterBuild? later = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.AddUnitsSilo(new SiloOptions
        {
            StorageProvider = StorageProvider.Postgres,
            ConnectionString = connectionString,
            SiloPort = FreePorts.Next(),
            GatewayPort = FreePorts.Next(),
        });
        later?.AddTo(builder.Services);
        BuildSilo silo = new(builder.Build());
        await silo._host.StartAsync();
        return silo;
    }

    /// <summary>The unit, wherever it is.</summary>
    public IUnitGrain Unit(UnitId unit) => Grains.GetGrain<IUnitGrain>(UnitKey.Of(unit));

    /// <summary>Lets a unit that is not open anywhere open here.</summary>
    public async Task Open(UnitId unit)
    {
        RequestContext.Set(IPlacementDirector.PlacementHintKey, _host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress);
        try
        {
            await Unit(unit).Read(new TotalsQuery([], [], false));
        }
        finally
        {
            RequestContext.Remove(IPlacementDirector.PlacementHintKey);
        }
    }

    /// <summary>Stops as an operator stops it: its units write their snapshots and go elsewhere.</summary>
    public async Task Stop()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            await _host.StopAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _host.Dispose();
    }
}
