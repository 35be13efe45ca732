using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Services;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads the months behind the lines on tiles.</summary>
internal sealed class MonthsReader(ExactReads reads, CatalogueCache catalogue)
{
    /// <summary>The most months of one line.</summary>
    public const int MaxMonths = 24;

    private const int MaxSums = 1000;

    /// <summary>The months so far of the period of each reading.</summary>
    public async Task<MonthSeries> Read(UnitId unit, IReadOnlyList<IndicatorReading> readings, CancellationToken cancellation)
    {
        CatalogueView view = await catalogue.Get(v => readings.All(r => v.TryIndicator(r.Indicator.Number, out _)), cancellation);
        List<SumQuery> sums = [];
        List<(IndicatorReading Reading, int Start, int Length, int Months)> parts = [];
        foreach (IndicatorReading reading in readings)
        {
            Formula formula = view.Formula(reading.Indicator);
            ImmutableArray<Month> months = Months(reading.Course);
            ImmutableArray<SumQuery> all = [.. months.SelectMany(m => formula.Over(new MonthRange(m, m)))];
            if (sums.Count + all.Length > MaxSums)
            {
                break;
            }

            parts.Add((reading, sums.Count, formula.Sums.Length, months.Length));
            sums.AddRange(all);
        }

        UnitTotals totals = await reads.Read(unit, new TotalsQuery([.. sums], [], ByChild: false), cancellation);
        return new MonthSeries(parts.ToDictionary(
            p => p.Reading.Indicator.Number,
            p =>
            {
                Formula formula = view.Formula(p.Reading.Indicator);
                return (IReadOnlyList<decimal?>)
                [
                    .. Enumerable.Range(0, p.Months).Select(i => Figures.Of(formula.Compute(totals.Sums.AsSpan(p.Start + (i * p.Length), p.Length)))),
                ];
            }));
    }

    /// <summary>The last months of a period that have begun, as many as a line has; none of a period that is to come.</summary>
    public static ImmutableArray<Month> Months(PeriodCourse course)
    {
        int length = course.HasBegun ? Math.Min(course.Elapsed.Length, MaxMonths) : 0;
        return [.. Enumerable.Range(0, length).Select(i => course.Now.Plus(i - length + 1))];
    }
}
