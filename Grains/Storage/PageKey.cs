namespace Units.Grains.Storage;

/// <summary>A page of a unit's ledger: what is read from the journal at once, on demand.</summary>
/// <param name="Kind">How much it holds.</param>
/// <param name="Measure">The number of the measure; 0 for targets.</param>
/// <param name="Year">The year of a flow; 0 otherwise.</param>
/// <param name="Sources">The measure's rule. It chooses no rows, but tells how to read them: one register a category, or one for each source.</param>
/// <param name="From">The month from which on there are statements; what is before it is one sum a register, so that a report costs the same
/// whatever is behind it. The default has all.</param>
internal readonly record struct PageKey(PageKind Kind, int Measure, int Year, SourceRule Sources = SourceRule.One, Month From = default)
{
    /// <summary>The page of all targets.</summary>
    public static readonly PageKey Targets = new(PageKind.Targets, 0, 0);

    /// <summary>The page, however much of it is loaded.</summary>
    public PageKey Whole() => this with { From = default };

    /// <summary>The page in which a month of a measure lies, from that month on.</summary>
    public static PageKey Of(MeasureRef measure, Month month) => measure.Kind == MeasureKind.Flow
        ? new PageKey(PageKind.Flow, measure.Number, month.Year, measure.Sources, month)
        : new PageKey(PageKind.Stock, measure.Number, 0, measure.Sources, month);

    /// <summary>Each page once, from the earliest month that is asked for.</summary>
    public static IEnumerable<PageKey> Widest(IEnumerable<PageKey> pages) =>
        pages.GroupBy(page => page.Whole()).Select(same => same.MinBy(page => page.From.Number));
}
