using CsCheck;
using Units.Grains.Storage;
using static Units.Core.Tests.Ledger.Say;

namespace Units.Core.Tests.Ledger;

public class FlowTests
{
    private static readonly Gen<long> Value = Gen.Long[-100, 1_000];

    [Fact]
    public void A_year_to_date_sent_ten_times_counts_once() => Gen.Select(Gen.Int[1, 12], Value, Value).Sample((m, earlier, sum) =>
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(1), earlier));
        for (int n = 0; n < 10; n++)
        {
            EntryOutcome outcome = unit.Say(A, Flow.YearToDate(M(m), sum)).Rows[0].Outcome;
            Assert.Equal(n == 0 ? EntryOutcome.Accepted : EntryOutcome.Unchanged, outcome);
            Assert.Equal(sum, (long)unit.Sum(Flow, M(1), M(m)).Amount.Scaled);
        }
    }, iter: 100);

    [Fact]
    public void Years_to_date_out_of_order_leave_what_in_order_leaves() => Gen.Select(Gen.Shuffle(Enumerable.Range(1, 6).ToArray()), Value.Array[6]).Sample((order, sums) =>
    {
        LedgerBench unit = new();
        foreach (int m in order)
        {
            unit.Say(A, Flow.YearToDate(M(m), sums[m - 1]));
        }

        for (int m = 1; m <= 6; m++)
        {
            Assert.Equal(sums[m - 1], (long)unit.Sum(Flow, M(1), M(m)).Amount.Scaled);
            Assert.Equal(sums[m - 1] - (m > 1 ? sums[m - 2] : 0), unit.Cell(Flow, M(m)));
        }
    }, iter: 200);

    [Fact]
    public void After_a_year_to_date_of_March_a_late_February_leaves_March_at_its_sum()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(1), 10));
        unit.Say(A, Flow.YearToDate(M(3), 40));
        JournalReport late = unit.Say(A, Flow.YearToDate(M(2), 25));
        Assert.Equal([15, -15], late.Rows.Select(row => (long)row.Delta.Scaled));
        Assert.Equal([RowKind.YearToDate, RowKind.Carried], late.Rows.Select(row => row.Kind));
        Assert.Equal(40, (long)unit.Sum(Flow, M(1), M(3)).Amount.Scaled);
        Assert.Equal((10, 15, 15), (unit.Cell(Flow, M(1)), unit.Cell(Flow, M(2)), unit.Cell(Flow, M(3))));
    }

    [Fact]
    public void A_corrected_year_to_date_moves_its_month_and_leaves_later_sums() => Gen.Select(Value, Value, Value).Sample((first, later, corrected) =>
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.YearToDate(M(4), first), Flow.YearToDate(M(9), later));
        unit.Say(A, Flow.YearToDate(M(4), corrected));
        Assert.Equal((corrected, later), ((long)unit.Sum(Flow, M(1), M(4)).Amount.Scaled, (long)unit.Sum(Flow, M(1), M(12)).Amount.Scaled));
    }, iter: 200);

    [Fact]
    public void A_sum_of_one_year_says_nothing_about_another()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(12, 2024), 7), Flow.YearToDate(M(1), 5));
        JournalReport past = unit.Say(A, Flow.Set(M(12, 2024), 9));
        Assert.Single(past.Rows);
        Assert.Equal((9, 5), (unit.Cell(Flow, M(12, 2024)), unit.Cell(Flow, M(1))));
    }

    [Fact]
    public void A_set_replaces_the_month_and_repeated_changes_nothing() => Value.Array[2, 6].Sample(values =>
    {
        LedgerBench unit = new();
        foreach (long value in values)
        {
            unit.Say(A, Flow.Set(M(5), value));
            Assert.Equal(value, unit.Cell(Flow, M(5)));
        }

        Assert.Equal(EntryOutcome.Unchanged, unit.Say(A, Flow.Set(M(5), values[^1])).Rows[0].Outcome);
    }, iter: 100);

    [Fact]
    public void A_set_on_a_month_with_a_sum_makes_it_a_plain_value()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.YearToDate(M(3), 30));
        unit.Say(A, Flow.Set(M(3), 30));
        unit.Say(A, Flow.Set(M(1), 5));
        Assert.Equal(30, unit.Cell(Flow, M(3)));
        Assert.Equal(35, (long)unit.Sum(Flow, M(1), M(3)).Amount.Scaled);
    }

    [Fact]
    public void An_add_counts_once_for_each_application_and_moves_one_cell() => Gen.Select(Value, Value.Array[1, 8], Gen.Int[1, 12]).Sample((pin, adds, m) =>
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.YearToDate(M(6), pin));
        foreach (long add in adds)
        {
            JournalReport report = unit.Say(A, Flow.Add(M(m), add));
            Assert.Equal(add, (long)Assert.Single(report.Rows).Delta.Scaled);
            unit.Restart();
        }

        Assert.Equal(pin + adds.Sum(), (long)unit.Sum(Flow, M(1), M(12)).Amount.Scaled);
        Assert.Equal(pin + (m <= 6 ? adds.Sum() : 0), (long)unit.Sum(Flow, M(1), M(6)).Amount.Scaled);
    }, iter: 200);

    [Fact]
    public void A_cleared_month_is_missing_which_is_not_zero()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(5), 8), Flow.Set(M(6), 0));
        unit.Say(A, Flow.Clear(M(5)));
        Assert.Equal(new SumReading(Amount.Zero, 0, Amount.Zero, 0), unit.Sum(Flow, M(5), M(5)));
        Assert.Equal(1, unit.Sum(Flow, M(6), M(6)).Presence);
        Assert.Equal(EntryOutcome.Unchanged, unit.Say(A, Flow.Clear(M(5))).Rows[0].Outcome);
    }

    [Fact]
    public void A_cleared_month_before_a_sum_falls_to_that_sum()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(1), 10), Flow.YearToDate(M(3), 40));
        unit.Say(A, Flow.Clear(M(1)));
        Assert.Equal((0, 40), (unit.Cell(Flow, M(1)), unit.Cell(Flow, M(3))));
    }

    [Fact]
    public void Statements_on_different_months_commute() => Gen.Select(
        Gen.Shuffle(Enumerable.Range(1, 12).ToArray()), Gen.Bool.Array[12], Value.Array[12]).Sample((order, isSum, values) =>
    {
        LedgerBench shuffled = new();
        LedgerBench sorted = new();
        Entry Of(int m) => isSum[m - 1] ? Flow.YearToDate(M(m), values[m - 1]) : Flow.Set(M(m), values[m - 1]);
        shuffled.Say(A, [.. order.Select(Of)]);
        sorted.Say(A, [.. order.Order().Select(Of)]);
        for (int m = 1; m <= 12; m++)
        {
            Assert.Equal(sorted.Cell(Flow, M(m)), shuffled.Cell(Flow, M(m)));
        }
    }, iter: 300);

    [Fact]
    public void The_measure_is_the_sum_of_its_categories_and_the_unclassified_part()
    {
        LedgerBench unit = new();
        unit.Say(A, Flow.Set(M(5), 1), Flow.Set(M(5), 10).In(1), Flow.YearToDate(M(5), 100).In(2));
        Assert.Equal(111, (long)unit.Sum(Flow, M(5), M(5)).Amount.Scaled);
        Assert.Equal(3, unit.Sum(Flow, M(5), M(5)).Presence);
        Assert.Equal(10, (long)unit.Sum(Flow, M(5), M(5), 1).Amount.Scaled);
        Assert.Equal(1, (long)unit.Sum(Flow, M(5), M(5), 0).Amount.Scaled);
    }
}
