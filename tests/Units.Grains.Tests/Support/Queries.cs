namespace Units.Grains.Tests.Support;

/// <summary>Shorthand for what tests ask of a unit.</summary>
internal static class Queries
{
    public static TotalsQuery Of(params SumQuery[] sums) => new([.. sums], [], false);

    public static SumQuery Year(Measure measure, int year) => new(measure.Ref, null, new MonthRange(Month.FirstOf(year), Month.LastOf(year)));

    /// <summary>The amount of a measure over a year, once the unit is in step.</summary>
    public static async Task<long> YearOf(this TestSilo silo, UnitId unit, Measure measure, int year)
    {
        UnitTotals totals = await Eventually.InStep(() => silo.Unit(unit).Read(Of(Year(measure, year))));
        return (long)totals.Sums[0].Amount.Scaled;
    }

    /// <summary>Waits until a unit shows this amount over a year: pushes travel in the background.</summary>
    public static Task ShowsInYear(this TestSilo silo, UnitId unit, Measure measure, int year, long amount) =>
        Eventually.Become(() => silo.YearOf(unit, measure, year), shown => shown == amount);
}
