using Units.Silo.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>The journal on SQLite.</summary>
public sealed class SqliteJournalTests : JournalConformance
{
    private SqliteHarness? _sqlite;

    private protected override Task<IStorageHarness> Create() => Task.FromResult<IStorageHarness>(_sqlite = new SqliteHarness());

    private protected override Task AssertPageWasCheap()
    {
        StorageUse use = _sqlite!.Storage.Journal.Counters[StorageOperation.Pages];
        Assert.Equal(1, use.Queries);
        Assert.InRange(use.Bytes, 1, 1000);
        Assert.InRange(use.Work, 1, 2000);
        return Task.CompletedTask;
    }
}
