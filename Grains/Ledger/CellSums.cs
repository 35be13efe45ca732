namespace Units.Grains.Ledger;

/// <summary>Reads measures over ranges of months from cells. The same for a leaf, an interior unit and what is held of a child.</summary>
internal static class CellSums
{
    /// <summary>For how many months the level of a stock is carried forward; then it is "not reported".</summary>
    public const int StockMonths = 12;

    /// <summary>A measure over a range.</summary>
    public static SumReading Read(ICells cells, SumQuery query)
    {
        SumReading sum = default;
        if (query.Category is { } category)
        {
            return AddCategory(cells, query, category, sum);
        }

        for (int each = 0; each <= query.Measure.Categories; each++)
        {
            sum = AddCategory(cells, query, (ushort)each, sum);
        }

        return sum;
    }

    private static SumReading AddCategory(ICells cells, SumQuery query, ushort category, SumReading sum) =>
        query.Measure.Kind == MeasureKind.Flow ? AddFlow(cells, query, category, sum) : AddStock(cells, query, category, sum);

    private static SumReading AddFlow(ICells cells, SumQuery query, ushort category, SumReading sum)
    {
        for (int n = query.Range.From.Number; n <= query.Range.To.Number; n++)
        {
            CellKey key = CellKey.Of(Aspect.Actual, query.Measure.Number, category, Month.FromNumber(n));
            sum = AddStatements(cells, key, query.CountsOnly ? sum : AddAmounts(cells, key, sum));
        }

        return sum;
    }

    private static SumReading AddStock(ICells cells, SumQuery query, ushort category, SumReading sum)
    {
        foreach (Month month in cells.MonthsOf(query.Measure.Number, query.Range.To))
        {
            CellKey key = CellKey.Of(Aspect.Actual, query.Measure.Number, category, month);
            sum = query.CountsOnly ? sum : AddAmounts(cells, key, sum);
            if (query.Range.To.Number - month.Number < StockMonths)
            {
                sum = AddStatements(cells, key, sum);
            }
        }

        return sum;
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
            Last = sum.Last is { } last && last > key.Month ? last : key.Month,
        };
    }
}
