using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Storage;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Registers SQLite storage with a silo.</summary>
internal static class SqliteStorageExtensions
{
    // Orleans' name for SQLite; it finds Microsoft.Data.Sqlite behind it by itself.
    private const string Invariant = "System.Data.SQLite";

    /// <summary>Journal, registry and snapshots in <paramref name="directory"/>, which this process then has to itself.</summary>
    public static ISiloBuilder AddSqliteStorage(this ISiloBuilder silo, string directory)
    {
        IServiceCollection services = silo.Services;
        services.TryAddSingleton(provider => SqliteStorage.Open(directory, provider.GetRequiredService<ILogger<SqliteStorage>>()));
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, SqliteStorageLifecycle>();
        services.AddSingleton<IJournal>(provider => provider.GetRequiredService<SqliteStorage>().Journal);
        services.AddSingleton<IRegistryStore>(provider => provider.GetRequiredService<SqliteStorage>().Registry);
        silo.AddAdoNetGrainStorage(AdoNetSnapshots.ProviderName, options => options.Configure<Orleans.Serialization.Serializer, ILogger<AdoNetSnapshots>>(
            (storage, serializer, logger) =>
            {
                storage.Invariant = Invariant;
                storage.ConnectionString = SnapshotFile.ConnectionString(Path.Combine(Path.GetFullPath(directory), DataDirectory.SnapshotsName));
                storage.GrainStorageSerializer = new TolerantSerializer(new OrleansGrainStorageSerializer(serializer), logger);
            }));
        services.AddSingleton<ISnapshots>(provider => ActivatorUtilities.CreateInstance<AdoNetSnapshots>(
            provider, provider.GetRequiredKeyedService<IGrainStorage>(AdoNetSnapshots.ProviderName)));
        return silo;
    }
}
