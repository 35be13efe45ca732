namespace Units.Grains.Ledger;

/// <summary>Cells to read sums from: a unit's own, all of an interior unit's, or those that are held of one child.</summary>
internal interface ICells
{
    /// <summary>The amount of a cell; zero where there is none.</summary>
    Amount this[CellKey key] { get; }

    /// <summary>The months from <paramref name="from"/> to <paramref name="to"/>, in their order, outside of which the measure has no cells.</summary>
    ReadOnlySpan<Month> MonthsOf(MeasureRef measure, Month from, Month to);

    /// <summary>The places, each once and in any order, outside of which the indicator has no targets.</summary>
    IEnumerable<TargetPlace> TargetsOf(int indicator);
}
