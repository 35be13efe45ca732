using System.Collections.Immutable;

namespace Units.Gateway.Comparing;

/// <summary>An indicator of a unit with all its comparisons.</summary>
/// <param name="Unit">The value, and as of when.</param>
/// <param name="Targets">Every target that overlaps the range.</param>
internal sealed record ComparedIndicator(ComparedUnit Unit, ImmutableArray<TargetComparison> Targets)
{
    /// <summary>The number of the indicator.</summary>
    public int Number => Unit.Formula.Indicator.Number;

    /// <summary>Its targets as they were read.</summary>
    public IEnumerable<TargetReading> Readings => Targets.Select(t => t.Target);

    /// <summary>The target of a tier that a figure is about: over just the range, else over the fewest months around it, else the last; null for none.</summary>
    public TargetComparison? Of(Tier tier) => Targets.Where(t => t.Target.Tier == tier)
        .OrderByDescending(t => t.Target.Range == Unit.Range)
        .ThenByDescending(t => t.Target.Range.Contains(Unit.Range))
        .ThenBy(t => t.Target.Range.Length).ThenByDescending(t => t.Target.Range.From)
        .FirstOrDefault();
}
