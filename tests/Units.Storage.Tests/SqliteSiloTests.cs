using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;
using Units.Grains.Storage;
using Units.Silo.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>SQLite storage under a silo that really starts and stops.</summary>
public sealed class SqliteSiloTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_silo_opens_storage_when_it_starts_and_closes_it_when_it_stops()
    {
        using (IHost host = Build())
        {
            await host.StartAsync(Cancel);
            IJournal journal = host.Services.GetRequiredService<IJournal>();
            Assert.Equal(AppendStatus.Committed, (await journal.Append(Some.Batch(Some.Unit(), 1))).Status);
            Assert.Empty((await host.Services.GetRequiredService<IRegistryStore>().Load(Cancel)).Units);
            await host.Services.GetRequiredService<ISnapshots>().Save(Some.Unit(), []);
            await host.StopAsync(Cancel);
        }

        Assert.Equal(["snapshots.db", "units.db", "units.lock"], Directory.GetFiles(_directory.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_second_silo_on_the_directory_does_not_start_and_says_why()
    {
        using DataDirectory held = DataDirectory.Open(_directory.Path);
        using IHost host = Build();

        Exception refusal = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Cancel));

        Assert.Contains(_directory.Path, refusal.ToString(), StringComparison.Ordinal);
        Assert.Contains("in use by another process", refusal.ToString(), StringComparison.Ordinal);
    }

    private IHost Build()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), FreePort()).AddSqliteStorage(_directory.Path));
        return builder.Build();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
