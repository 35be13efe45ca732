using Units.Grains.Ledger;
using Units.Grains.Storage;
using static Units.Core.Tests.Ledger.Say;

namespace Units.Core.Tests.Ledger;

public class ReportTests
{
    private const long Max = Amount.MaxStored;
    private static readonly Violation Bad = new("UNKNOWN_MEASURE", "entries[1].measure", "no-such", ["x", "y"]);

    [Fact]
    public void What_does_not_fit_is_refused_at_the_entry_and_changes_nothing()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(1), Max), Flow.Set(M(2), 5), Flow.YearToDate(M(6), Max), OwnedFlow.Set(M(2), -Max));
        Dictionary<CellKey, Amount> before = unit.Journal.Sums();
        Refused(unit, "2025-01", Flow.Add(M(1), 1));
        Refused(unit, "2025-06", Flow.Add(M(2), 1));
        Refused(unit, "2025-02", OwnedFlow.Set(M(2), Max));
        Refused(unit, "2025-06", Flow.Set(M(3), -Max), Flow.Set(M(4), -Max));
        Assert.Equal(before, unit.Journal.Sums());
    }

    [Fact]
    public void A_report_with_a_bad_entry_among_good_ones_stands_but_for_the_bad_one()
    {
        LedgerBench unit = new();
        JournalReport report = unit.Say(A, Flow.Set(M(1), 1), new Entry { Refusal = Bad }, Flow.Add(M(1), 2));
        Assert.Equal([EntryOutcome.Accepted, EntryOutcome.Refused, EntryOutcome.Accepted], report.Rows.Select(row => row.Outcome));
        Assert.Null(report.Rows[1].Subject);
        Assert.Equal(3, unit.Cell(Flow, M(1)));
    }

    [Fact]
    public void All_or_nothing_refuses_all_with_every_violation_and_leaves_the_draft_as_it_was()
    {
        LedgerBench unit = new();
        unit.Stage(A, [Flow.Set(M(1), 1)]);
        CutReport refused = unit.Stage(A, [Flow.Set(M(1), 50), new Entry { Refusal = Bad }, Flow.Add(M(1), Max)], allOrNothing: true);
        Assert.Null(refused.Report);
        Assert.Equal([Bad.Reason, Reasons.Overflow], refused.Violations.Select(violation => violation.Reason));
        unit.Stage(A, [Flow.Add(M(1), 2)]);
        unit.Commit();
        Assert.Equal(3, unit.Cell(Flow, M(1)));
    }

    [Fact]
    public void A_report_of_bad_entries_alone_is_refused_whole()
    {
        CutReport refused = new LedgerBench().Stage(A, [new Entry { Refusal = Bad }]);
        Assert.Null(refused.Report);
        Assert.Equal([Bad], refused.Violations);
    }

    [Fact]
    public void A_batch_that_is_lost_leaves_the_ledger_as_it_was()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(1), 1));
        unit.Stage(A, [Flow.Set(M(1), 9), OwnedFlow.Set(M(1), 9)]);
        unit.Lose();
        Assert.Equal(1, unit.Cell(Flow, M(1)));
        Assert.Equal(1, (long)unit.Say(B, OwnedFlow.Set(M(1), 1)).Rows[0].Delta.Scaled);
    }

    [Fact]
    public void A_receipt_shows_the_entries_as_they_were_sent()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.YearToDate(M(3), 40));
        Entry[] entries =
        [
            Flow.Set(M(1), 7, Quality.Estimate).In(0).Revised(4), Flow.Set(M(1), 6).Revised(3), OwnedFlow.HandOver(2025, B),
            new Entry { Kind = EntryKind.Add, Measure = Flow, Month = M(2), Value = new Amount(3), Refusal = Bad }, Flow.Clear(M(9)),
        ];
        Receipt receipt = Receipts.Of(new UnitId("unit-1"), unit.Say(A, entries));
        Assert.Equal(
            [EntryOutcome.Accepted, EntryOutcome.Superseded, EntryOutcome.Accepted, EntryOutcome.Refused, EntryOutcome.Unchanged],
            receipt.Entries.Select(entry => entry.Outcome));
        Assert.Equal(7, (long)receipt.Entries[0].Delta.Scaled);
        Violation? shown = receipt.Entries[3].Violation;
        Assert.NotNull(shown);
        Assert.Equal((Bad.Reason, Bad.Field, Bad.Value), (shown.Reason, shown.Field, shown.Value));
        Assert.Equal(Bad.Arguments, shown.Arguments);
        foreach ((Entry sent, EntryReceipt answer) in entries.Zip(receipt.Entries))
        {
            Entry known = sent with { Measure = new MeasureRef(sent.Measure.Number, default, default, 0), Refusal = null };
            Assert.Equal(known, answer.Entry with { Refusal = null });
        }
    }

    private static void Refused(LedgerBench unit, string month, params Entry[] entries)
    {
        CutReport refused = unit.Stage(A, entries, allOrNothing: true);
        unit.Commit();
        Violation violation = refused.Violations[^1];
        Assert.Null(refused.Report);
        string field = entries[^1].Kind switch { EntryKind.Set => "set", EntryKind.Add => "add", _ => "year_to_date" };
        Assert.Equal((Reasons.Overflow, $"entries[{entries.Length - 1}].{field}"), (violation.Reason, violation.Field));
        Assert.Equal([month], violation.Arguments);
    }
}
