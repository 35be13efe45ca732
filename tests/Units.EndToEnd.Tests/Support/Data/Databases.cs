using Units.EndToEnd.Tests.Support;
using Units.Silo;
using Xunit;

[assembly: AssemblyFixture(typeof(Databases))]

namespace Units.EndToEnd.Tests.Support;

/// <summary>Data for processes, on either database.</summary>
public sealed class Databases : IAsyncDisposable
{
    /// <summary>The PostgreSQL server that tests share.</summary>
    internal PostgresTemplate Postgres { get; } = new();

    /// <summary>New data, with nothing in them.</summary>
    internal async Task<UnitsData> New(StorageProvider provider) => provider == StorageProvider.Postgres ? await Postgres.Migrated() : new SqliteData();

    public ValueTask DisposeAsync() => Postgres.DisposeAsync();
}
