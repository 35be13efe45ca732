namespace Units.Storage.Tests;

/// <summary>Kept pages on PostgreSQL.</summary>
public sealed class PostgresKeptPagesTests(PostgresFixture fixture) : KeptPagesConformance
{
    private PostgresHarness? _postgres;

    private protected override async Task<IStorageHarness> Create() => _postgres = await PostgresHarness.Create(fixture);

    private protected override Task<List<string>> Query(string sql) => _postgres!.Query(sql);
}
