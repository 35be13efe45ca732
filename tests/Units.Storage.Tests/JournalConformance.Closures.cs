using System.Collections.Immutable;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>Closed months: who is closed by whom, and that no append passes them by.</summary>
public abstract partial class JournalConformance
{
    private static readonly Month Far = Some.January.Plus(100);

    [Fact]
    public async Task A_closing_holds_for_the_unit_and_all_below_it_in_the_months_in_which_it_is_above()
    {
        await Registry.Add(Some.UnitOf("province"), Cancel);
        await Registry.Add(Some.UnitOf("other"), Cancel);
        await Registry.Add(Some.Child("district", "province"), Cancel);
        await Registry.Add(Some.UnitOf("ward", new UnitEdge(Month.MinValue, new UnitId("district")), new UnitEdge(Some.January.Plus(2), new UnitId("other"))), Cancel);
        await Commit(Closing("province", 1, Some.January, 4, closes: true));

        Assert.Equal(["2025-01", "2025-02", "2025-03", "2025-04"], await Closed("district"));
        Assert.Equal(["2025-01", "2025-02"], await Closed("ward"));
        Assert.Empty(await Closed("other"));
        ClosedMonth month = (await Journal.ReadClosures(new UnitId("ward"), Some.January, Far, Cancel)).Months[0];
        Assert.Equal((new UnitId("province"), "Văn phòng", "Đã chốt", Some.Noon), (month.Unit, month.By, month.Reason, month.At));
    }

    [Fact]
    public async Task Months_before_those_asked_for_are_left_out()
    {
        await Commit(Closing("cam-pha", 1, Some.January, 4, closes: true));

        ClosuresReading reading = await Journal.ReadClosures(Some.Unit(), Some.January.Plus(2), Some.January.Plus(2), Cancel);

        Assert.Equal((Some.January.Plus(2), 1), (reading.From, reading.Months.Length));
    }

    [Fact]
    public async Task A_reopening_opens_what_was_closed_at_the_unit_and_a_second_closing_keeps_the_first()
    {
        await Commit(Closing("cam-pha", 1, Some.January, 3, closes: true));
        await Commit(Closing("cam-pha", 2, Some.January.Plus(1), 3, closes: true, by: "Người khác"));
        await Commit(Closing("cam-pha", 3, Some.January, 1, closes: false));

        ImmutableArray<ClosedMonth> months = (await Journal.ReadClosures(Some.Unit(), Some.January, Far, Cancel)).Months;

        Assert.Equal([("2025-02", "Văn phòng"), ("2025-03", "Văn phòng"), ("2025-04", "Người khác")], months.Select(m => (m.Month.ToString(), m.By)));
    }

    [Fact]
    public async Task An_append_that_was_judged_before_a_closing_anywhere_is_refused_and_writes_nothing()
    {
        long judged = (await Journal.ReadClosures(Some.Unit(), Some.January, Far, Cancel)).Revision;
        await Commit(Closing("elsewhere", 1, Some.January, 1, closes: true));
        JournalBatch batch = Some.Batch(Some.Unit(), 1) with { ClosuresRevision = judged };

        Assert.Equal(AppendStatus.ClosuresChanged, (await Journal.Append(batch)).Status);
        Assert.Equal(0, (await Journal.ReadHead(Some.Unit(), Cancel)).Sequence);

        long now = (await Journal.ReadClosures(Some.Unit(), Some.January, Far, Cancel)).Revision;
        Assert.Equal(AppendStatus.Committed, (await Journal.Append(batch with { ClosuresRevision = now })).Status);
        Assert.Equal(AppendStatus.Committed, (await Journal.Append(batch with { ClosuresRevision = judged })).Status);
    }

    [Fact]
    public async Task A_move_changes_who_is_above_and_so_the_revision()
    {
        await Registry.Add(Some.UnitOf("cam-pha"), Cancel);
        await Registry.Add(Some.UnitOf("province"), Cancel);
        long before = (await Journal.ReadClosures(Some.Unit(), Some.January, Far, Cancel)).Revision;
        long tree = (await Journal.ReadTree(Some.Unit(), new UnitId("province"), Cancel)).Revision;
        await Commit(Some.Move(Some.Unit(), 1, new UnitId("province"), Some.January, tree));

        Assert.True((await Journal.ReadClosures(Some.Unit(), Some.January, Far, Cancel)).Revision > before);
    }

    [Fact]
    public async Task A_closing_is_nothing_reported_and_its_receipt_has_no_entries()
    {
        await Registry.Add(Some.UnitOf("province"), Cancel);
        await Commit(Closing("cam-pha", 1, Some.January, 3, closes: true));

        Assert.Null((await Journal.ReadTree(Some.Unit(), new UnitId("province"), Cancel)).LastMonth);
        Assert.Empty((await Journal.FindReceipts(Some.Unit(), [Some.Key("p1")], Cancel)).Single().Entries);
        Assert.Empty((await Journal.ReadChildren(Some.Unit(), ImmutableDictionary<UnitId, long>.Empty, Cancel)).News.Single().Deltas);
    }

    [Fact]
    public async Task The_ledger_has_an_id_of_its_own_that_stays()
    {
        Guid id = (await Registry.Load(Cancel)).LedgerId;
        Assert.NotEqual(Guid.Empty, id);
        Assert.Equal(id, (await Registry.Load(Cancel)).LedgerId);
    }

    private async Task<IEnumerable<string>> Closed(string unit) =>
        (await Journal.ReadClosures(new UnitId(unit), Some.January, Far, Cancel)).Months.Select(m => m.Month.ToString());

    private static JournalBatch Closing(string unit, long sequence, Month from, int length, bool closes, string by = "Văn phòng")
    {
        JournalRow row = new()
        {
            N = 0,
            Kind = closes ? RowKind.ClosePeriod : RowKind.ReopenPeriod,
            Month = from,
            Span = length,
            Source = Some.Source,
            Detail = PeriodText.Write(by, "Đã chốt"),
        };
        return Some.Batch(new UnitId(unit), Some.Report(sequence, $"p{sequence}", row)) with
        {
            Closure = new ClosureChange(new MonthRange(from, from.Plus(length - 1)), closes),
        };
    }
}
