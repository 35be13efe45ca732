namespace Units.Grains.Ledger;

/// <summary>Reads measures over ranges of months from cells. The same for a leaf, an interior unit and what is held of a child.</summary>
internal static class CellSums
{
    /// <summary>For how many months the level of a stock is carried forward; then it is "not reported".</summary>
    public const int StockMonths = 12;

    /// <summary>A measure over a range: a flow of its months, the level of a stock from every month up to its last.</summary>
    public static SumReading Read(ICells cells, SumQuery query)
    {
        bool isFlow = query.Measure.Kind == MeasureKind.Flow;
        Month to = query.Range.To;
        SumReading sum = default;
        foreach (Month month in cells.MonthsOf(query.Measure, isFlow ? query.Range.From : Month.MinValue, to))
        {
            bool isStated = isFlow || to.Number - month.Number < StockMonths;
            int last = query.Category ?? query.Measure.Categories;
            for (int category = query.Category ?? 0; category <= last; category++)
            {
                CellKey key = CellKey.Of(Aspect.Actual, query.Measure.Number, (ushort)category, month);
                sum = AddAmounts(cells, key, sum);
                sum = isStated ? AddStatements(cells, key, sum) : sum;
            }
        }

        return sum;
    }

    /// <summary>What <see cref="SumReading.Last"/> of <see cref="Read"/> would be, from the last month backwards to the first that says something.</summary>
    public static Month? LastStated(ICells cells, SumQuery query)
    {
        Month to = query.Range.To;
        Month from = query.Measure.Kind == MeasureKind.Flow ? query.Range.From : Month.FromNumber(Math.Max(0, to.Number - StockMonths + 1));
        ReadOnlySpan<Month> months = cells.MonthsOf(query.Measure, from, to);
        for (int i = months.Length - 1; i >= 0; i--)
        {
            int last = query.Category ?? query.Measure.Categories;
            for (int category = query.Category ?? 0; category <= last; category++)
            {
                if (!cells[CellKey.Of(Aspect.Presence, query.Measure.Number, (ushort)category, months[i])].IsZero)
                {
                    return months[i];
                }
            }
        }

        return null;
    }

    private static SumReading AddAmounts(ICells cells, CellKey key, SumReading sum) =>
        sum with { Amount = sum.Amount + cells[key], Estimated = sum.Estimated + cells[key.With(Aspect.Estimated)] };

    private static SumReading AddStatements(ICells cells, CellKey key, SumReading sum)
    {
        long presence = (long)cells[key.With(Aspect.Presence)].Scaled;
        return presence == 0 ? sum : sum with
        {
            Presence = sum.Presence + presence,
            AtLeast = sum.AtLeast + (long)cells[key.With(Aspect.AtLeast)].Scaled,

            // The months come in their order.
            Last = key.Month,
        };
    }
}
