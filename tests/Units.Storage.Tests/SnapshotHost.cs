using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Storage;
using Units.Grains.Storage;
using Units.Silo.Storage;

namespace Units.Storage.Tests;

/// <summary>A silo's services with SQLite storage, of which only storage is started: no ports, no membership.</summary>
internal sealed class SnapshotHost : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly SiloLifecycleSubject _lifecycle;

    private SnapshotHost(IHost host)
    {
        _host = host;
        _lifecycle = new SiloLifecycleSubject(host.Services.GetRequiredService<ILogger<SiloLifecycleSubject>>());
        ((ILifecycleParticipant<ISiloLifecycle>)host.Services.GetRequiredKeyedService<IGrainStorage>(AdoNetSnapshots.ProviderName))
            .Participate(_lifecycle);
        new StorageLifecycle(host.Services).Participate(_lifecycle);
    }

    public ISnapshots Snapshots => _host.Services.GetRequiredService<ISnapshots>();

    public IServiceProvider Services => _host.Services;

    public static async Task<SnapshotHost> Start(string directory)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering().AddSqliteStorage(directory));
        builder.Services.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("units", "units"));
        SnapshotHost host = new(builder.Build());
        await host._lifecycle.OnStart(CancellationToken.None);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await _lifecycle.OnStop(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
