using Microsoft.Data.Sqlite;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>Snapshots through Orleans' AdoNet storage on SQLite.</summary>
public sealed class SqliteSnapshotsTests : SnapshotsConformance
{
    private readonly TempDirectory _directory = new();
    private SnapshotHost _host = null!;

    private string File => Path.Combine(_directory.Path, "snapshots.db");

    public override async ValueTask InitializeAsync()
    {
        _host = await SnapshotHost.Start(_directory.Path);
        Snapshots = _host.Snapshots;
    }

    public override async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Snapshots_survive_a_restart()
    {
        await Snapshots.Save(Some.Unit(), [Record("ward-a", 1)]);
        await Restart();
        AssertSame([Record("ward-a", 1)], await Snapshots.Load(Some.Unit()));
    }

    [Fact]
    public async Task A_snapshot_file_that_is_deleted_costs_the_snapshots_only()
    {
        await Snapshots.Save(Some.Unit(), [Record("ward-a", 1)]);
        await Restart(() => System.IO.File.Delete(File));

        Assert.Empty(await Snapshots.Load(Some.Unit()));
        await Snapshots.Save(Some.Unit(), [Record("ward-a", 2)]);
        AssertSame([Record("ward-a", 2)], await Snapshots.Load(Some.Unit()));
    }

    [Fact]
    public async Task A_snapshot_file_that_is_no_database_is_made_anew()
    {
        await Snapshots.Save(Some.Unit(), [Record("ward-a", 1)]);
        await Restart(() => System.IO.File.WriteAllText(File, new string('x', 10_000)));

        Assert.Empty(await Snapshots.Load(Some.Unit()));
    }

    [Fact]
    public async Task A_snapshot_file_of_a_newer_build_is_made_anew()
    {
        await Restart(() => Run("INSERT INTO schema_version VALUES (99, '099_future.sql')"));
        Assert.Empty(await Snapshots.Load(Some.Unit()));
    }

    [Theory]
    [InlineData("UPDATE OrleansStorage SET PayloadBinary = x'DEADBEEF' WHERE GrainTypeString LIKE 'unit-held/ward-a'", 1)]
    [InlineData("UPDATE OrleansStorage SET PayloadBinary = x'' WHERE GrainTypeString LIKE 'unit-held/ward-a'", 1)]
    [InlineData("UPDATE OrleansStorage SET PayloadBinary = x'DEADBEEF'", 0)]
    [InlineData("DELETE FROM OrleansStorage WHERE GrainTypeString = 'unit-held/ward-a'", 1)]
    public async Task Unreadable_records_read_as_absent_and_may_be_written_again(string damage, int left)
    {
        await Snapshots.Save(Some.Unit(), [Record("ward-a", 1), Record("ward-b", 1)]);
        Run(damage);

        Assert.Equal(left, (await Snapshots.Load(Some.Unit())).Count);
        await Snapshots.Save(Some.Unit(), [Record("ward-a", 2), Record("ward-b", 2)]);
        AssertSame([Record("ward-a", 2), Record("ward-b", 2)], await Snapshots.Load(Some.Unit()));
    }

    [Fact]
    public async Task Storage_that_fails_is_logged_and_forgotten()
    {
        Run("DROP TABLE OrleansStorage");
        await Snapshots.Save(Some.Unit(), [Record("ward-a", 1)]);
        Assert.Empty(await Snapshots.Load(Some.Unit()));
    }

    [Fact]
    public async Task A_stored_record_has_this_shape()
    {
        await Snapshots.Save(Some.Unit(), [new HeldRecord(Some.Unit("ward-a"), new UnitVersion(2, 3), [new CellValue(CellKey.Of(Aspect.Actual, 7, 1, Some.January), new Amount(-5))])]);

        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            "SELECT GrainIdExtensionString || '|' || GrainTypeString || '|' || ServiceId || '|' || Version || '|' || hex(PayloadBinary) FROM OrleansStorage ORDER BY 1";
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        Assert.Equal(Golden, rows.Order(StringComparer.Ordinal));
    }

    // What an older build has written must stay readable: a change here needs a new HeldSnapshot.CurrentFormat.
    private static readonly string[] Golden =
    [
        "u:cam-pha|unit-held-index|units|1|20200003410D776172642D61E0E0",
        "u:cam-pha|unit-held/ward-a|units|1|200009415520E820400D776172642D61E021E80009010DE02120000321E8200060000080BB1CE0210013E0E0E0E0E0E0",
    ];

    private async Task Restart(Action? between = null)
    {
        await _host.DisposeAsync();
        between?.Invoke();
        _host = await SnapshotHost.Start(_directory.Path);
        Snapshots = _host.Snapshots;
    }

    private SqliteConnection Connect()
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private void Run(string sql)
    {
        using SqliteConnection connection = Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
