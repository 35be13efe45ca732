using CsCheck;
using static Units.Core.Tests.Ledger.Say;

namespace Units.Core.Tests.Ledger;

public class QualityTests
{
    [Fact]
    public void Presence_counts_registers_with_a_statement()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Add(M(1), 0), Flow.Set(M(1), 3).In(1));
        unit.Say(B, Flow.Set(M(1), 0));
        Assert.Equal(3, unit.Sum(Flow, M(1), M(1)).Presence);
        Assert.Equal(EntryOutcome.Unchanged, unit.Say(A, Flow.Add(M(1), 0)).Rows[0].Outcome);
        unit.Say(A, Flow.Clear(M(1)));
        Assert.Equal(2, unit.Sum(Flow, M(1), M(1)).Presence);
    }

    [Fact]
    public void The_estimated_part_goes_when_the_final_figure_comes() => Gen.Select(Gen.Long[1, 99], Gen.Long[1, 99]).Sample((guess, final) =>
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(1), 7), Flow.Set(M(2), guess, Quality.Estimate));
        Assert.Equal(new Amount(guess), unit.Sum(Flow, M(1), M(2)).Estimated);
        unit.Say(A, Flow.Set(M(2), final));
        Assert.Equal(new SumReading(new Amount(7 + final), 2, Amount.Zero, 0) { Last = M(2) }, unit.Sum(Flow, M(1), M(2)));
    }, iter: 50);

    [Fact]
    public void An_estimated_sum_stays_an_estimate_by_the_part_that_an_earlier_month_leaves_it()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.YearToDate(M(3), 40, Quality.Estimate | Quality.AtLeast));
        unit.Say(A, Flow.Set(M(1), 15));
        Assert.Equal(new SumReading(new Amount(40), 2, new Amount(25), 1) { Last = M(3) }, unit.Sum(Flow, M(1), M(3)));
    }

    [Fact]
    public void What_is_added_makes_the_month_no_surer() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3]).Sample((first, added) =>
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(1), 10, (Quality)first));
        unit.Say(A, Flow.Add(M(1), 5, (Quality)added));
        Quality union = (Quality)(first | added);
        Assert.Equal(union.HasFlag(Quality.Estimate) ? 15 : 0, unit.Cell(Flow, M(1), 0, Aspect.Estimated));
        Assert.Equal(union.HasFlag(Quality.AtLeast) ? 1 : 0, unit.Cell(Flow, M(1), 0, Aspect.AtLeast));
    }, iter: 50);

    [Fact]
    public void The_same_figure_with_another_quality_is_a_change()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(1), 10, Quality.Estimate));
        Assert.Equal(EntryOutcome.Accepted, unit.Say(A, Flow.Set(M(1), 10)).Rows[0].Outcome);
        Assert.Equal(EntryOutcome.Unchanged, unit.Say(A, Flow.Set(M(1), 10)).Rows[0].Outcome);
    }
}
