using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>Which pages must be loaded before something can be cut or read.</summary>
internal static class PagesNeeded
{
    /// <summary>The pages of the entries that the gateway has not refused, in their order.</summary>
    public static IEnumerable<PageKey> Of(Report report)
    {
        foreach (Entry entry in report.Entries)
        {
            if (entry.Refusal is null)
            {
                yield return PageKey.Of(entry.Measure, entry.Month);
            }
        }
    }

    /// <summary>The page of targets.</summary>
    public static IEnumerable<PageKey> Of(TargetAssignment target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return [PageKey.Targets];
    }

    /// <summary>The page of targets, for a step that changes what holds.</summary>
    public static IEnumerable<PageKey> Of(PlanStep step) => step.Decides ? [PageKey.Targets] : [];

    /// <summary>The pages that a read of a leaf looks into; each once.</summary>
    public static IEnumerable<PageKey> Of(TotalsQuery query)
    {
        IEnumerable<PageKey> pages = query.Sums.SelectMany(Of);
        return (query.Targets.IsEmpty ? pages : pages.Append(PageKey.Targets)).Distinct();
    }

    /// <summary>The pages that a read of a leaf looks into; each once. Those of the months of targets are among them once the targets are loaded.</summary>
    public static IEnumerable<PageKey> Of(TotalsQuery query, UnitLedger ledger)
    {
        if (query.Targets.All(t => t.Sums.IsDefaultOrEmpty) || !ledger.TryOpen(PageKey.Targets))
        {
            return Of(query);
        }

        TargetReader reader = new(ledger, CellTable.Empty, ledger);
        return Of(query).Concat(query.Targets.SelectMany(target => reader.SumsOf(target)).SelectMany(Of)).Distinct();
    }

    /// <summary>The page in which a cell lies.</summary>
    /// <param name="key">The cell.</param>
    /// <param name="measure">Its measure; not looked at for a target.</param>
    public static PageKey Of(CellKey key, MeasureRef measure) => key.IsTarget ? PageKey.Targets : PageKey.Of(measure, key.Month);

    /// <summary>A level needs every month before it, with its estimates; a flow the months of each year in the range.</summary>
    private static IEnumerable<PageKey> Of(SumQuery query) => query.Measure.Kind == MeasureKind.Stock
        ? [PageKey.Of(query.Measure, query.Range.To).Whole()]
        : Enumerable.Range(query.Range.From.Year, query.Range.To.Year - query.Range.From.Year + 1)
            .Select(year => PageKey.Of(query.Measure, year == query.Range.From.Year ? query.Range.From : Month.FirstOf(year)));
}
