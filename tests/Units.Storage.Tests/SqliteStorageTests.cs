using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Units.Grains.Storage;
using Units.Silo.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>What holds for SQLite alone: files, locks, versions, and the shapes that are stored.</summary>
public sealed class SqliteStorageTests : IAsyncLifetime
{
    private readonly SqliteHarness _harness = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IJournal Journal => _harness.Journal;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _harness.DisposeAsync();

    [Fact]
    public async Task A_database_of_a_newer_build_is_refused_and_both_versions_are_named()
    {
        await _harness.Storage.DisposeAsync();
        _harness.Run("INSERT INTO schema_version VALUES (99, '099_future.sql')");

        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => SqliteStorage.Open(_harness.Directory.Path, NullLogger.Instance));

        Assert.Contains("schema version 99", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"up to {SqliteSchema.Journal.Version}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(_harness.File, refusal.Message, StringComparison.Ordinal);
        _harness.Run("DELETE FROM schema_version WHERE version = 99");
        await _harness.Reopen();
    }

    [Fact]
    public void A_directory_that_is_open_already_is_refused()
    {
        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => SqliteStorage.Open(_harness.Directory.Path, NullLogger.Instance));
        Assert.Contains(_harness.Directory.Path, refusal.Message, StringComparison.Ordinal);
        Assert.True(Journal.IsAlone);
    }

    [Fact]
    public async Task A_directory_that_another_process_holds_is_refused_until_that_process_is_killed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "flock(1) stands for the other process.");
        await _harness.Storage.DisposeAsync();
        ProcessStartInfo start = new("flock", ["--close", Path.Combine(_harness.Directory.Path, "units.lock"), "sh", "-c", "echo held; exec cat"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        using (Process other = Process.Start(start)!)
        {
            Assert.Equal("held", await other.StandardOutput.ReadLineAsync(Cancel));
            Assert.Throws<InvalidOperationException>(() => SqliteStorage.Open(_harness.Directory.Path, NullLogger.Instance));
            other.Kill(entireProcessTree: true);
            await other.WaitForExitAsync(Cancel);
        }

        await _harness.Reopen();
    }

    [Fact]
    public async Task A_directory_is_free_again_after_a_start_that_was_refused()
    {
        await _harness.Storage.DisposeAsync();
        _harness.Run("INSERT INTO schema_version VALUES (99, '099_future.sql')");
        Assert.Throws<InvalidOperationException>(() => SqliteStorage.Open(_harness.Directory.Path, NullLogger.Instance));
        _harness.Run("DELETE FROM schema_version WHERE version = 99");
        await _harness.Reopen();
    }

    [Fact]
    public async Task Closing_writes_what_is_queued_and_leaves_one_file()
    {
        Task<AppendOutcome>[] appends = [.. Enumerable.Range(0, 500).Select(i => Journal.Append(Some.Batch(Some.Unit($"unit-{i}"), 1)))];
        await _harness.Storage.DisposeAsync();

        Assert.All(await Task.WhenAll(appends), outcome => Assert.Equal(AppendStatus.Committed, outcome.Status));
        Assert.False(File.Exists(_harness.File + "-wal"));
        Assert.Equal(["500"], _harness.Query("SELECT count(*) FROM journal"));
        Assert.Equal(AppendStatus.Unknown, (await Journal.Append(Some.Batch(Some.Unit(), 1))).Status);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Journal.ReadHead(Some.Unit(), Cancel));
    }

    [Fact]
    public async Task A_read_that_fails_names_the_file_and_the_next_one_succeeds()
    {
        _harness.Run("ALTER TABLE unit_edge RENAME TO hidden");
        StorageUnavailableException failure = await Assert.ThrowsAsync<StorageUnavailableException>(() => Journal.ReadHead(Some.Unit(), Cancel));
        Assert.Contains(_harness.File, failure.Message, StringComparison.Ordinal);

        _harness.Run("ALTER TABLE hidden RENAME TO unit_edge");
        Assert.Equal(0, (await Journal.ReadHead(Some.Unit(), Cancel)).Sequence);
    }

    [Fact]
    public async Task Many_units_share_one_transaction()
    {
        await using (await _harness.TakeAway())
        {
            // The first batch meets a locked database; meanwhile the others gather behind it.
            Task<AppendOutcome> first = Journal.Append(Some.Batch(Some.Unit("first"), 1));
            Assert.Equal(AppendStatus.Unknown, (await first).Status);
        }

        StorageUse before = Commits;
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Journal.Append(Some.Batch(Some.Unit($"unit-{i}"), 1))));
        Assert.InRange((Commits - before).Queries, 1, 500);
    }

    [Fact]
    public async Task A_report_to_a_unit_with_ten_years_behind_it_reads_and_writes_little()
    {
        UnitId unit = Some.Unit();
        for (int month = 0; month < 120; month++)
        {
            JournalRow[] rows = [.. Enumerable.Range(1, 50).Select(measure => Some.Row(1, measure: measure, month: month - 119))];
            Assert.Equal(AppendStatus.Committed, (await Journal.Append(Some.Batch(unit, month + 1, rows))).Status);
        }

        StorageUse before = _harness.Storage.Journal.Counters.Total;
        await Journal.ReadHead(unit, Cancel);
        await Journal.ReadPages(unit, [new PageKey(PageKind.Flow, 7, 2024), new PageKey(PageKind.Stock, 8, 0)], Cancel);
        await Journal.FindReceipts(unit, [Some.Key("new")], Cancel);
        await Journal.Append(Some.Batch(unit, 121, Some.Row(1), Some.Row(-1, month: 1)));
        StorageUse use = _harness.Storage.Journal.Counters.Total - before;

        Assert.InRange(use.Bytes, 1, 16 * 1024);
        Assert.InRange(use.RowsRead, 1, 12 + 120 + 10);
    }

    [Fact]
    public async Task A_journal_row_is_stored_in_these_columns()
    {
        JournalRow second = Some.Row(-3, month: 6, category: 2) with
        {
            Outcome = EntryOutcome.Accepted,
            Kind = RowKind.YearToDate,
            Quality = Quality.Estimate | Quality.AtLeast,
            Revision = 4,
            Estimated = new Amount(-3),
            AtLeast = 1,
            After = new Statement(StatementKind.Pin, new Amount(12), Quality.AtLeast, 4),
        };
        JournalBatch batch = Some.Batch(Some.Unit(), Some.Report(1, "r1", Some.HandOver(Some.OtherSource), second) with { Who = "an" })
            with
        { BatchId = new Guid("00112233-4455-6677-8899-aabbccddeeff") };
        await Journal.Append(batch);
        await Journal.Append(Some.Batch(Some.Unit(), 2, Some.Target(9, 95, RowKind.RatioTarget)));

        List<string> rows = _harness.Query("SELECT * FROM journal ORDER BY seq, n");

        Assert.Equal(
        [
            "cam-pha|1|0|4|0|7|NULL|0|1500|0|city-system|0|0|NULL|0|0|0|0|0|0|0|NULL|NULL|"
                + "province-system|r1|x010203|2025-07-01T12:00:00.0000000Z|x00112233445566778899aabbccddeeff|an",
            "cam-pha|1|1|1|0|7|NULL|2|1506|0|province-system|-3|3|4|-3|1|-3|1|2|12|2|4|NULL|NULL|NULL|NULL|NULL|NULL|NULL",
        ],
        rows[..2]);
        Assert.StartsWith("cam-pha|2|0|7|0|NULL|9|0|1500|12|province-system|95|0|NULL|95|1|0|0|1|95|0|NULL|NULL|province-system|r2|", rows[2], StringComparison.Ordinal);
        Assert.EndsWith("|NULL", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_reads_the_journal_by_names_and_months()
    {
        await _harness.Registry.Add(Catalogued.Measure with { Number = Some.Revenue }, Cancel);
        await Journal.Append(Some.Batch(Some.Unit(), 1, Some.Row(5), Some.Row(-2, month: 6) with { Kind = RowKind.Carried }));

        Assert.Equal(
            ["cam-pha|1|0|add|accepted|dossiers|2025-01|5|r1", "cam-pha|1|1|carried|accepted|dossiers|2025-07|-2|r1"],
            _harness.Query("SELECT unit, seq, n, kind, outcome, measure, month, delta, report_id FROM journal_readable ORDER BY seq, n"));
    }

    [Fact]
    public async Task The_registry_is_stored_in_these_shapes()
    {
        await _harness.Registry.Add(Catalogued.Unit, Cancel);
        await _harness.Registry.Add(Catalogued.Measure, Cancel);
        await _harness.Registry.Add(Catalogued.Indicator, Cancel);

        Assert.Equal(
        [
            """
            cam-pha|{"v":1,"namings":[{"kind":4,"name":"Thành phố Cẩm Phả","nameEn":"Cẩm Phả City"},{"from":"2025-07-01","kind":7,"name":"Phường Cẩm Phả","nameEn":""}],"inferred":true}
            """,
        ],
        _harness.Query("SELECT * FROM unit"));
        Assert.Equal(
            ["cam-pha|0|vn.gso|00195|NULL|2025-06-30", "cam-pha|1|vn.gso|06760|2025-07-01|NULL"],
            _harness.Query("SELECT * FROM unit_identifier ORDER BY n"));
        Assert.Equal(["cam-pha|0|quang-ninh", "cam-pha|1506|other"], _harness.Query("SELECT * FROM unit_edge ORDER BY from_month"));
        Assert.Equal(
        [
            """
            dossiers|3|{"v":1,"kind":1,"scale":2,"sources":1,"calendar":1,"categories":[{"number":1,"id":"online","name":"Trực tuyến","nameEn":"Online"},{"number":2,"id":"paper","name":"Trực tiếp","nameEn":""}],"name":"Hồ sơ","nameEn":"Dossiers","unitOfMeasure":"hồ sơ"}
            """,
        ],
        _harness.Query("SELECT * FROM measure"));
        Assert.Equal(
        [
            """
            online-share|4|{"v":1,"formula":1,"numerator":{"measure":"dossiers","category":1},"denominator":{"measure":"dossiers"},"factor":100,"decimals":1,"name":"Tỷ lệ trực tuyến","nameEn":"Online share","unitOfMeasure":"%"}
            """,
        ],
        _harness.Query("SELECT * FROM indicator"));
    }

    [Fact]
    public async Task A_registry_entry_of_another_version_is_refused_by_name()
    {
        _harness.Run("""INSERT INTO measure VALUES ('dossiers', 3, '{"v":3}')""");
        InvalidDataException refusal = await Assert.ThrowsAsync<InvalidDataException>(() => _harness.Registry.Load(Cancel));
        Assert.Contains("The measure 'dossiers' is stored with version 3", refusal.Message, StringComparison.Ordinal);
    }

    private StorageUse Commits => _harness.Storage.Journal.Counters[StorageOperation.Commit];
}
