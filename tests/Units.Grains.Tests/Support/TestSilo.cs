using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Units.Silo;

namespace Units.Grains.Tests.Support;

/// <summary>A silo of this process on SQLite in a directory of its own, that can be stopped and started again.</summary>
internal sealed class TestSilo : IAsyncDisposable
{
    private readonly bool _ownsDirectory;
    private IHost? _host;

    private TestSilo(string directory, bool ownsDirectory)
    {
        Directory = directory;
        _ownsDirectory = ownsDirectory;
    }

    public string Directory { get; }

    public string JournalFile => Path.Combine(Directory, "units.db");

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => (_host ?? throw new InvalidOperationException("The silo is stopped.")).Services;

    public IRegistryGrain Registry => Grains.GetGrain<IRegistryGrain>(0);

    public static async Task<TestSilo> Start()
    {
        TestSilo silo = new(System.IO.Directory.CreateTempSubdirectory("units-test-").FullName, ownsDirectory: true);
        await silo.StartHost();
        return silo;
    }

    public IUnitGrain Unit(UnitId unit) => Grains.GetGrain<IUnitGrain>(UnitKey.Of(unit));

    public async Task Restart()
    {
        await StopHost();
        await StartHost();
    }

    public async Task StopHost()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.StopAsync();
            host.Dispose();
        }
    }

    public async Task StartHost()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.AddUnitsSilo(new SiloOptions { StorageDirectory = Directory, SiloPort = FreePort(), GatewayPort = FreePort() });
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopHost();
        if (_ownsDirectory)
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
