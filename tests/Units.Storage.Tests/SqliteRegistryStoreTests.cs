namespace Units.Storage.Tests;

/// <summary>The registry on SQLite.</summary>
public sealed class SqliteRegistryStoreTests : RegistryStoreConformance
{
    private protected override Task<IStorageHarness> Create() => Task.FromResult<IStorageHarness>(new SqliteHarness());
}
