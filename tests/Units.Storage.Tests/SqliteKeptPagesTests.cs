namespace Units.Storage.Tests;

/// <summary>Kept pages on SQLite.</summary>
public sealed class SqliteKeptPagesTests : KeptPagesConformance
{
    private SqliteHarness? _sqlite;

    private protected override Task<IStorageHarness> Create() => Task.FromResult<IStorageHarness>(_sqlite = new SqliteHarness());

    private protected override Task<List<string>> Query(string sql) => Task.FromResult(_sqlite!.Query(sql));
}
