namespace Units.Grains.Storage;

/// <summary>A page of a unit's ledger: what is read from the journal at once, on demand.</summary>
/// <param name="Kind">How much it holds.</param>
/// <param name="Measure">The number of the measure; 0 for targets.</param>
/// <param name="Year">The year of a flow; 0 otherwise.</param>
/// <param name="Sources">The measure's rule. It chooses no rows, but tells how to read them: one register a category, or one for each source.</param>
internal readonly record struct PageKey(PageKind Kind, int Measure, int Year, SourceRule Sources = SourceRule.One)
{
    /// <summary>The page of all targets.</summary>
    public static readonly PageKey Targets = new(PageKind.Targets, 0, 0);

    /// <summary>The page in which a month of a measure lies.</summary>
    public static PageKey Of(MeasureRef measure, Month month) => measure.Kind == MeasureKind.Flow
        ? new PageKey(PageKind.Flow, measure.Number, month.Year, measure.Sources)
        : new PageKey(PageKind.Stock, measure.Number, 0, measure.Sources);
}
