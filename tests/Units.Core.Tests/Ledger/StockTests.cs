using CsCheck;
using Units.Grains.Storage;
using static Units.Core.Tests.Ledger.Say;

namespace Units.Core.Tests.Ledger;

public class StockTests
{
    private static readonly Gen<Month> AnyMonth = Gen.Int[0, 35].Select(n => M(1, 2023).Plus(n));

    [Fact]
    public void Every_level_stays_as_stated_whatever_order_the_months_come_in() =>
        Gen.Select(AnyMonth, Gen.Long[0, 500]).Array[1, 15].Sample(statements =>
        {
            LedgerBench unit = new();
            foreach ((Month month, long level) in statements)
            {
                unit.Say(A, Stock.Set(month, level));
            }

            foreach ((Month month, long level) in statements.GroupBy(s => s.Item1).Select(g => g.Last()))
            {
                Assert.Equal(level, Level(unit, month));
            }
        }, iter: 150);

    [Fact]
    public void A_level_corrected_in_the_past_moves_the_months_up_to_the_next_level_and_none_after()
    {
        LedgerBench unit = new();
        unit.Say(A, Stock.Set(M(3, 2023), 100), Stock.Set(M(6, 2024), 120));
        JournalReport correction = unit.Say(A, Stock.Set(M(3, 2023), 90));
        Assert.Equal([(M(3, 2023), -10L), (M(6, 2024), 10L)], correction.Rows.Select(row => (row.Month, (long)row.Delta.Scaled)));
        Assert.Equal((90, 90, 120, 120), (Level(unit, M(3, 2023)), Level(unit, M(5, 2024)), Level(unit, M(6, 2024)), Level(unit, M(12))));
    }

    [Fact]
    public void An_increment_in_the_past_raises_every_later_level()
    {
        LedgerBench unit = new();
        unit.Say(A, Stock.Set(M(3, 2023), 100), Stock.Set(M(6, 2024), 120));
        Assert.Single(unit.Say(A, Stock.Add(M(1, 2024), 5)).Rows);
        Assert.Equal((100, 105, 125), (Level(unit, M(3, 2023)), Level(unit, M(1, 2024)), Level(unit, M(6, 2024))));
    }

    [Fact]
    public void A_level_is_carried_forward_for_eleven_months_more_and_then_is_not_reported()
    {
        LedgerBench unit = new();
        unit.Say(A, Stock.Set(M(3, 2024), 100, Quality.Estimate | Quality.AtLeast));
        Assert.Equal(new SumReading(new Amount(100), 1, new Amount(100), 1) { Last = M(3, 2024) }, unit.Sum(Stock, M(2), M(2)));
        SumReading stale = unit.Sum(Stock, M(3), M(3));
        Assert.Equal((0L, 0L), (stale.Presence, stale.AtLeast));
        Assert.Equal(0, unit.Sum(Stock, M(2, 2024), M(2, 2024)).Presence);
    }

    [Fact]
    public void Levels_near_the_first_month_of_all_can_be_read()
    {
        LedgerBench unit = new();
        unit.Say(A, Stock.Set(Month.MinValue, 3));
        Assert.Equal(3, Level(unit, Month.MinValue));
    }

    [Fact]
    public void A_year_to_date_of_a_stock_is_refused() =>
        Assert.Equal(Reasons.NotOfMeasure, Assert.Single(new LedgerBench().Stage(A, [Stock.YearToDate(M(1), 1)]).Violations).Reason);

    private static long Level(LedgerBench unit, Month month) => (long)unit.Sum(Stock, month, month).Amount.Scaled;
}
