using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Registers storage with a silo: journal, registry, kept pages and snapshots.</summary>
internal static class StorageExtensions
{
    // Orleans' names; it finds Microsoft.Data.Sqlite behind the first by itself.
    private const string SqliteInvariant = "System.Data.SQLite";

    /// <summary>Orleans' name of the driver of PostgreSQL.</summary>
    public const string PostgresInvariant = "Npgsql";

    /// <summary>Storage in <paramref name="directory"/>, which this process then has to itself.</summary>
    public static ISiloBuilder AddSqliteStorage(this ISiloBuilder silo, string directory)
    {
        silo.Services.TryAddSingleton(provider => SqliteStorage.Open(directory, provider.GetRequiredService<ILogger<SqliteStorage>>()));
        return silo.AddStorage<SqliteStorage>((options, _) =>
        {
            options.Invariant = SqliteInvariant;
            options.ConnectionString = SnapshotFile.ConnectionString(Path.Combine(Path.GetFullPath(directory), DataDirectory.SnapshotsName));
        });
    }

    /// <summary>Storage in a PostgreSQL database, which other silos may share.</summary>
    public static ISiloBuilder AddPostgresStorage(this ISiloBuilder silo, string connectionString)
    {
        silo.Services.TryAddSingleton(_ => PostgresDatabase.Of(connectionString));
        silo.Services.TryAddSingleton<PostgresStorage>();
        return silo.AddStorage<PostgresStorage>((options, provider) =>
        {
            options.Invariant = PostgresInvariant;

            // The same pool as the journal's: what bounds its connections bounds them all.
            options.DataSource = provider.GetRequiredService<PostgresDatabase>().Source;
        });
    }

    private static ISiloBuilder AddStorage<T>(this ISiloBuilder silo, Action<AdoNetGrainStorageOptions, IServiceProvider> snapshots) where T : class, IStorage
    {
        IServiceCollection services = silo.Services;
        services.AddSingleton<IStorage>(provider => provider.GetRequiredService<T>());
        services.AddMetrics();
        services.AddSingleton<StorageMetrics>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, StorageLifecycle>();
        services.AddSingleton<IJournal>(provider => provider.GetRequiredService<IStorage>().Journal);
        services.AddSingleton<IRegistryStore>(provider => provider.GetRequiredService<IStorage>().Registry);
        services.AddSingleton<IKeptPages>(provider => provider.GetRequiredService<IStorage>().Pages);
        silo.AddAdoNetGrainStorage(AdoNetSnapshots.ProviderName, options => options.Configure<IServiceProvider, ILogger<AdoNetSnapshots>>(
            (storage, provider, logger) =>
            {
                snapshots(storage, provider);
                Serializer serializer = provider.GetRequiredService<Serializer>();
                storage.GrainStorageSerializer = new TolerantSerializer(new OrleansGrainStorageSerializer(serializer), logger);
            }));
        services.AddSingleton<ISnapshots>(provider => ActivatorUtilities.CreateInstance<AdoNetSnapshots>(
            provider, provider.GetRequiredKeyedService<IGrainStorage>(AdoNetSnapshots.ProviderName)));
        return silo;
    }
}
