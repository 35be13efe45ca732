using Units.Grains.Storage;
using Units.Silo;
using Units.Silo.Verifying;
using Xunit;

namespace Units.Storage.Tests.Verifying;

/// <summary>A database as units wrote it is proven; whatever is changed behind their back is named.</summary>
public abstract partial class VerifyConformance : IAsyncLifetime
{
    private IStorageHarness _harness = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _harness = await Create();
        await WriteCountry();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _harness.DisposeAsync();
    }

    private protected abstract SiloOptions Options { get; }

    private protected abstract Task<IStorageHarness> Create();

    /// <summary>Ends the product's hold on the database.</summary>
    private protected abstract Task Close();

    /// <summary>Runs plain SQL, in which <c>{ward}</c> is the key of the ward.</summary>
    private protected abstract Task Alter(string sql);

    /// <summary>Stores a held record as a silo does.</summary>
    private protected abstract Task Save(UnitId parent, HeldRecord record);

    [Fact]
    public async Task A_database_as_units_wrote_it_is_proven_with_its_snapshots()
    {
        await Close();
        await Save(new UnitId("city"), Held("ward", 2, 40));
        await Save(new UnitId("city"), Held("city", 1, 7));

        (Findings findings, string report) = await Verify();

        Assert.Empty(findings.Named);
        Assert.Equal(0, findings.Count);
        Assert.Contains("5 units, 23 reports, ", report, StringComparison.Ordinal);
        Assert.Contains("months 2025-01 to 2026-01", report, StringComparison.Ordinal);
        Assert.Contains("2 snapshots held against", report, StringComparison.Ordinal);
        Assert.EndsWith("Every total is proven.\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_delta_is_named_at_its_row_and_in_every_total_above()
    {
        await Close();
        await Alter("UPDATE journal SET delta = delta + 777 WHERE unit = {ward} AND seq = 1 AND n = 0");

        Findings findings = (await Verify()).Findings;

        AssertNamed(findings, "unit ward, measure revenue, 2025-03, report 1 (r-1 of province-system), row 0: expected delta 4, found delta 11.77.");
        Assert.All((string[])["ward", "city", "country"], unit => AssertNamed(findings,
            $"unit {unit}, measure revenue, 2025-03, total (Actual): expected {(unit == "ward" ? "4.5" : "4.57")}, which is what stands in the journals below, "
            + $"found {(unit == "ward" ? "12.27" : "12.34")}, which is what their changes add up to."));
        Assert.DoesNotContain(findings.Named, c => c.Unit == "other");
    }

    [Fact]
    public async Task A_row_that_is_gone_is_named()
    {
        await Close();
        await Alter("DELETE FROM journal WHERE unit = {ward} AND seq = 2 AND n = 1");
        AssertNamed((await Verify()).Findings, "unit ward, report 2: expected 2 rows, found 1 rows.");
    }

    [Fact]
    public async Task A_report_that_is_gone_is_named()
    {
        await Close();
        await Alter("DELETE FROM journal WHERE unit = {ward} AND seq BETWEEN 2 AND 3");
        AssertNamed((await Verify()).Findings, "unit ward, journal before report 4: expected report 2 to 3, found a gap.");
    }

    [Fact]
    public async Task A_row_that_is_there_twice_is_named()
    {
        await Close();
        await Alter(Copy("seq, n + 2", "seq = 3 AND n = 0", withReport: false));
        AssertNamed((await Verify()).Findings, "unit ward, measure members, 2025-01, report 3 (r-3 of province-system), row 2: expected", "presence 0", "presence 1");
    }

    [Fact]
    public async Task A_report_that_is_there_twice_is_named()
    {
        await Close();
        await Alter("DROP INDEX journal_report");
        await Alter(Copy("seq + 100, n", "seq = 3", withReport: true));

        Findings findings = (await Verify()).Findings;

        AssertNamed(findings, "unit ward, report r-3 of province-system: expected once in the journal, found 2 times.");
        AssertNamed(findings, "unit ward, journal before report 103");
    }

    [Fact]
    public async Task A_statement_that_is_changed_is_named_also_where_no_delta_tells_it()
    {
        await Close();
        await Alter("UPDATE journal SET amount = amount + 1 WHERE unit = {ward} AND seq = 2 AND n = 1");
        AssertNamed((await Verify()).Findings, "unit ward, measure revenue, 2025-03, report 2 (r-2 of province-system), row 1: expected statement 3.6 (Pin",
            "found statement 3.61 (Pin");
    }

    [Fact]
    public async Task A_snapshot_that_holds_what_the_journal_does_not_say_is_named()
    {
        await Close();
        await Save(new UnitId("city"), Held("ward", 2, 41));
        await Save(new UnitId("city"), Held("city", 9, 7));
        await Save(new UnitId("country"), new HeldRecord(new UnitId("city"), new UnitVersion(3, 1), []));

        Findings findings = (await Verify()).Findings;

        AssertNamed(findings, "unit city, measure revenue, 2025-02, snapshot of ward: expected 0.4, which is what the journal of ward says up to report 2 (Actual), found 0.41.",
            "delete snapshots.db");
        AssertNamed(findings, "unit city, snapshot of city: expected at most report 8, where the journal of city ends, found version 0.9.");
        AssertNamed(findings, "unit country, snapshot of city: expected at most epoch 2, which is that of city, found version 3.1.");
    }

    [Fact]
    public async Task Closed_months_and_edges_that_the_journal_does_not_have_are_named()
    {
        await Close();
        await Alter("DELETE FROM period_closure WHERE month = 1501");
        await Alter("DELETE FROM unit_edge WHERE unit = {mover} AND from_month > 0");

        Findings findings = (await Verify()).Findings;

        AssertNamed(findings, "unit city, 2025-02, closed months: expected closed by report 2, as the journal has it, found open.");
        AssertNamed(findings, "unit mover, tree: expected the parent other from 2026-01 on, as the journal has it, found another one.");
    }

    [Fact]
    public async Task Rows_of_a_unit_that_does_not_exist_are_named()
    {
        await Close();
        await Alter("UPDATE unit SET {id} = {gone} WHERE {id} = {ward}");
        AssertNamed((await Verify()).Findings, "unit ward, journal: expected a unit that exists, found rows of one that does not.");
    }

    private static void AssertNamed(Findings findings, params string[] texts) => Assert.True(
        findings.Named.Any(c => texts.All(t => c.ToString().Contains(t, StringComparison.Ordinal))), string.Join('\n', findings.Named));

    private protected static HeldRecord Held(string child, long sequence, long february) => new(new UnitId(child), new UnitVersion(0, sequence),
        child == "city"
            ? [new CellValue(CellOf(2), new Amount(february)), new CellValue(CellOf(2).With(Aspect.Presence), Amount.One)]
            : [
                new CellValue(CellOf(1), new Amount(february)), new CellValue(CellOf(1).With(Aspect.Presence), Amount.One),
                new CellValue(CellOf(2), new Amount(360)), new CellValue(CellOf(2).With(Aspect.Presence), Amount.One),
            ]);

    private static CellKey CellOf(int month) => CellKey.Of(Aspect.Actual, Some.Revenue, 0, Some.January.Plus(month));

    private static string Copy(string place, string where, bool withReport) =>
        "INSERT INTO journal (unit, seq, n, kind, outcome, measure, category, month, span, source, value, quality, delta, presence, statement, amount, state_quality, estimated, at_least"
        + (withReport ? ", reporter, report_id, content_hash, received_at, batch" : "") + ") "
        + $"SELECT unit, {place}, kind, outcome, measure, category, month, span, source, value, quality, delta, presence, statement, amount, state_quality, estimated, at_least"
        + (withReport ? ", reporter, report_id, content_hash, received_at, batch" : "") + $" FROM journal WHERE unit = {{ward}} AND {where}";

    private async Task<(Findings Findings, string Report)> Verify()
    {
        using StringWriter console = new() { NewLine = "\n" };
        int code = await Verification.Run(Options, TimeProvider.System, console, Cancel);
        await using RestoredLedger data = await RestoredData.Open(Options);
        Findings findings = new();
        await new LedgerProof(data, findings).Run(Cancel);
        Assert.Equal(findings.Count == 0 ? 0 : 1, code);
        Assert.All(findings.Named, c => Assert.Contains(c.ToString(), console.ToString(), StringComparison.Ordinal));
        return (findings, console.ToString());
    }
}
