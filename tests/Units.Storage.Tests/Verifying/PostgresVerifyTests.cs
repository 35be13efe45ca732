using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Serialization;
using Units.Grains.Storage;
using Units.Silo;
using Units.Silo.Storage;

namespace Units.Storage.Tests.Verifying;

/// <summary>Verification of a PostgreSQL database.</summary>
public sealed class PostgresVerifyTests(PostgresFixture fixture) : VerifyConformance
{
    private PostgresHarness _postgres = null!;

    private protected override SiloOptions Options => new() { StorageProvider = StorageProvider.Postgres, ConnectionString = _postgres.ConnectionString };

    private protected override async Task<IStorageHarness> Create() => _postgres = await PostgresHarness.Create(fixture);

    private protected override Task Close() => Task.CompletedTask;

    private protected override Task Alter(string sql) => _postgres.Run(sql.Replace("{id}", "number", StringComparison.Ordinal)
        .Replace("{ward}", Number("ward"), StringComparison.Ordinal).Replace("{mover}", Number("mover"), StringComparison.Ordinal)
        .Replace("{gone}", "100000", StringComparison.Ordinal));

    private protected override async Task Save(UnitId parent, HeldRecord record)
    {
        await using ServiceProvider services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        Serializer serializer = services.GetRequiredService<Serializer>();
        byte[] row = serializer.SerializeToArray(new HeldSnapshot { Format = HeldSnapshot.CurrentFormat, Record = serializer.SerializeToArray(record) });
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(_postgres.ConnectionString + ";Search Path=units;Pooling=false");
        await using NpgsqlCommand insert = source.CreateCommand(
            "INSERT INTO OrleansStorage VALUES ($1, 0, 0, $2, $3, $4, 'units', $5, now(), 1)");
        foreach (object value in (object[])[parent.GetHashCode(), record.Child.GetHashCode(), AdoNetSnapshots.RecordPrefix + record.Child, UnitKey.Of(parent), row])
        {
            insert.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await insert.ExecuteNonQueryAsync();
    }

    private static string Number(string unit) => $"(SELECT number FROM unit_number WHERE id = '{unit}')";
}
