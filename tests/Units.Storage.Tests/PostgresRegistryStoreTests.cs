namespace Units.Storage.Tests;

/// <summary>The registry on PostgreSQL.</summary>
public sealed class PostgresRegistryStoreTests(PostgresFixture fixture) : RegistryStoreConformance
{
    private protected override async Task<IStorageHarness> Create() => await PostgresHarness.Create(fixture);
}
