using CsCheck;
using Units.Grains.Ledger;
using Units.Grains.Storage;
using static Units.Core.Tests.Ledger.Say;

namespace Units.Core.Tests.Ledger;

public class SourceTests
{
    [Fact]
    public void Entries_of_one_source_leave_the_registers_of_another_as_they_are() =>
        LedgerGens.Entries(Gen.OneOf(Flow, Stock), Gen.Long[-5, 50]).Array[1, 20].Select(Gen.Bool.Array[20]).Sample((entries, byA) =>
        {
            LedgerBench both = new();
            LedgerBench onlyA = new();
            LedgerBench onlyB = new();
            for (int n = 0; n < entries.Length; n++)
            {
                both.Say(byA[n] ? A : B, entries[n]);
                (byA[n] ? onlyA : onlyB).Say(byA[n] ? A : B, entries[n]);
            }

            foreach (CellValue cell in both.Journal.Sums().Select(sum => new CellValue(sum.Key, sum.Value)))
            {
                Amount apart = onlyA.Journal.Sums().GetValueOrDefault(cell.Key) + onlyB.Journal.Sums().GetValueOrDefault(cell.Key);
                Assert.Equal(apart, cell.Amount);
            }
        }, iter: 150);

    [Fact]
    public void The_first_to_report_owns_the_series_of_the_year_in_every_category()
    {
        LedgerBench unit = new();
        unit.Say(A, OwnedFlow.Set(M(3), 5));
        CutReport refused = unit.Stage(B, [OwnedFlow.Set(M(8), 1).In(2)]);
        Violation violation = Assert.Single(refused.Violations);
        Assert.Null(refused.Report);
        Assert.Equal((Reasons.OtherSource, "entries[0].measure"), (violation.Reason, violation.Field));
        Assert.Equal([A.Text, "2025"], violation.Arguments);
        Assert.Equal(EntryOutcome.Accepted, unit.Say(B, OwnedFlow.Set(M(8, 2024), 1)).Rows[0].Outcome);
    }

    [Fact]
    public void What_changed_nothing_owns_nothing()
    {
        LedgerBench unit = new();
        Assert.Equal(EntryOutcome.Unchanged, unit.Say(A, OwnedFlow.Clear(M(3))).Rows[0].Outcome);
        Assert.Equal(EntryOutcome.Accepted, unit.Say(B, OwnedFlow.Set(M(3), 1)).Rows[0].Outcome);
    }

    [Fact]
    public void After_a_hand_over_the_new_source_builds_on_the_months_of_the_old_one()
    {
        LedgerBench unit = new();
        unit.Say(A, OwnedFlow.Set(M(1), 10), OwnedFlow.Set(M(2), 20));
        JournalRow handOver = Assert.Single(unit.Say(A, OwnedFlow.HandOver(2025, B)).Rows);
        Assert.Equal((RowKind.HandOver, B, M(1)), (handOver.Kind, handOver.Source, handOver.Month));
        Assert.Empty(handOver.Cells());
        unit.Restart();
        Assert.Equal(Reasons.OtherSource, unit.Stage(A, [OwnedFlow.Set(M(3), 1)]).Violations[0].Reason);
        Assert.Equal(15, (long)unit.Say(B, OwnedFlow.YearToDate(M(3), 45)).Rows[0].Delta.Scaled);
        Assert.Equal(2, (long)unit.Say(B, OwnedFlow.Set(M(1), 12)).Rows[0].Delta.Scaled);
        Assert.Equal((12, 20, 13), (unit.Cell(OwnedFlow, M(1)), unit.Cell(OwnedFlow, M(2)), unit.Cell(OwnedFlow, M(3))));
    }

    [Fact]
    public void A_hand_over_back_does_not_hide_what_the_source_once_said_about_January()
    {
        LedgerBench unit = new();
        unit.Say(B, OwnedFlow.Set(M(1), 10));
        unit.Say(B, OwnedFlow.HandOver(2025, A));
        unit.Say(A, OwnedFlow.HandOver(2025, B));
        unit.Restart();
        Assert.Equal(10, unit.Cell(OwnedFlow, M(1)));
        Assert.Equal(5, (long)unit.Say(B, OwnedFlow.YearToDate(M(2), 15)).Rows[0].Delta.Scaled);
    }

    [Fact]
    public void Only_the_owner_hands_over_or_anyone_where_nobody_owns()
    {
        LedgerBench unit = new();
        unit.Say(A, OwnedFlow.HandOver(2025, B));
        Assert.Equal(EntryOutcome.Unchanged, unit.Say(B, OwnedFlow.HandOver(2025, B)).Rows[0].Outcome);
        Violation refused = Assert.Single(unit.Stage(A, [OwnedFlow.HandOver(2025, A)]).Violations);
        Assert.Equal([B.Text, "2025"], refused.Arguments);
    }

    [Fact]
    public void A_hand_over_takes_effect_for_the_entries_after_it_in_the_same_report()
    {
        LedgerBench unit = new();
        JournalReport report = unit.Say(A, OwnedFlow.Set(M(1), 1), OwnedFlow.HandOver(2025, B), OwnedFlow.Set(M(2), 2));
        Assert.Equal([EntryOutcome.Accepted, EntryOutcome.Accepted, EntryOutcome.Refused], report.Rows.Select(row => row.Outcome));
    }

    [Fact]
    public void A_correction_of_last_years_level_leaves_this_year_with_its_owner()
    {
        LedgerBench unit = new();
        unit.Say(A, OwnedStock.Set(M(12, 2024), 100));
        unit.Say(B, OwnedStock.Set(M(1), 110));
        JournalReport correction = unit.Say(A, OwnedStock.Set(M(12, 2024), 90));
        Assert.Equal([A, B], correction.Rows.Select(row => row.Source));
        unit.Restart();
        Assert.Equal(110, (long)unit.Sum(OwnedStock, M(1), M(1)).Amount.Scaled);
        Assert.Equal(EntryOutcome.Accepted, unit.Say(B, OwnedStock.Set(M(2), 111)).Rows[0].Outcome);
        Assert.Equal(Reasons.OtherSource, unit.Stage(A, [OwnedStock.Set(M(2), 1)]).Violations[0].Reason);
    }

    [Fact]
    public void A_lower_revision_is_superseded_and_none_leaves_the_revision_standing()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(1), 5).Revised(3));
        Assert.Equal(EntryOutcome.Superseded, unit.Say(A, Flow.Set(M(1), 6).Revised(2)).Rows[0].Outcome);
        Assert.Equal(EntryOutcome.Accepted, unit.Say(A, Flow.Set(M(1), 7)).Rows[0].Outcome);
        unit.Restart();
        Assert.Equal(EntryOutcome.Superseded, unit.Say(A, Flow.Clear(M(1)).Revised(2)).Rows[0].Outcome);
        Assert.Equal(EntryOutcome.Accepted, unit.Say(A, Flow.Clear(M(1)).Revised(4)).Rows[0].Outcome);
        Assert.Equal(EntryOutcome.Superseded, unit.Say(A, Flow.Set(M(1), 8).Revised(3)).Rows[0].Outcome);
    }

    [Fact]
    public void Revisions_of_the_source_before_a_hand_over_do_not_bind_the_one_after()
    {
        LedgerBench unit = new();
        unit.Say(A, OwnedFlow.Set(M(1), 5).Revised(900));
        unit.Say(A, OwnedFlow.HandOver(2025, B));
        Assert.Equal(EntryOutcome.Accepted, unit.Say(B, OwnedFlow.Set(M(1), 6).Revised(1)).Rows[0].Outcome);
    }
}
