using System.Net;
using Npgsql;
using Orleans.Serialization;
using Orleans.Storage;
using Units.TestSupport;

namespace Units.LoadTest.Contenders.Naive;

/// <summary>Composes the naive silo: one process, AdoNet grain storage on PostgreSQL.</summary>
internal static class NaiveHosting
{
    /// <summary>The name of its grain storage.</summary>
    public const string Storage = "naive";

    private const string Prefix = "u:";

    /// <summary>The grain key of a unit. A key of digits alone would collide in AdoNet storage, hence the prefix.</summary>
    public static string KeyOf(string unit) => Prefix + unit;

    /// <summary>The unit of a grain key.</summary>
    public static string UnitOf(string key) => key[Prefix.Length..];

    /// <summary>Adds the silo.</summary>
    public static void AddNaiveSilo(this IHostApplicationBuilder host, NpgsqlDataSource source) => host.UseOrleans(silo =>
    {
        silo.UseLocalhostClustering(FreePorts.Next(), FreePorts.Next());
        silo.Configure<Orleans.Configuration.EndpointOptions>(endpoints => endpoints.AdvertisedIPAddress = IPAddress.Loopback);
        silo.AddAdoNetGrainStorage(Storage, options => options.Configure<Serializer>((storage, serializer) =>
        {
            storage.Invariant = "Npgsql";
            storage.DataSource = source;
            storage.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
        }));
    });
}
