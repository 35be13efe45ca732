using Units.Grains.Storage;
using Units.Silo;
using Xunit;

namespace Units.Storage.Tests.Verifying;

/// <summary>Verification of a SQLite file.</summary>
public sealed class SqliteVerifyTests : VerifyConformance
{
    private SqliteHarness _sqlite = null!;

    private protected override SiloOptions Options => new() { StorageDirectory = _sqlite.Directory.Path };

    private protected override Task<IStorageHarness> Create() => Task.FromResult<IStorageHarness>(_sqlite = new SqliteHarness());

    private protected override Task Close() => _sqlite.Storage.DisposeAsync().AsTask();

    private protected override Task Alter(string sql)
    {
        _sqlite.Run(sql.Replace("{id}", "id", StringComparison.Ordinal).Replace("{ward}", "'ward'", StringComparison.Ordinal)
            .Replace("{mover}", "'mover'", StringComparison.Ordinal).Replace("{gone}", "'gone'", StringComparison.Ordinal));
        return Task.CompletedTask;
    }

    private protected override async Task Save(UnitId parent, HeldRecord record)
    {
        await using SnapshotHost host = await SnapshotHost.Start(_sqlite.Directory.Path);
        await host.Snapshots.Save(parent, [record]);
    }

    [Fact]
    public async Task A_directory_that_a_silo_holds_or_without_a_database_is_refused_with_what_to_do()
    {
        StartRefusedException held = await Assert.ThrowsAsync<StartRefusedException>(() => Silo.Verifying.RestoredData.Open(Options));
        Assert.Contains("Units.Silo backup DIRECTORY", held.Message, StringComparison.Ordinal);

        using TempDirectory empty = new();
        StartRefusedException none = await Assert.ThrowsAsync<StartRefusedException>(
            () => Silo.Verifying.RestoredData.Open(new SiloOptions { StorageDirectory = empty.Path }));
        Assert.Contains("There is no units.db in", none.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(empty.Path));
    }
}
