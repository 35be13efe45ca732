namespace Units.Storage.Tests;

/// <summary>The registry on SQLite.</summary>
public sealed class SqliteRegistryStoreTests : RegistryStoreConformance
{
    private protected override IStorageHarness Create() => new SqliteHarness();
}
