using System.Collections.Immutable;

namespace Units.Gateway.Comparing;

/// <summary>What one reading of a unit came to.</summary>
/// <param name="Totals">What was read.</param>
/// <param name="Indicators">In the order of the plan.</param>
/// <param name="Coverages">Of each measure that somebody is expected to report.</param>
/// <param name="Listed">The children of the registry, where something was read of each.</param>
internal sealed record ComparisonReading(
    UnitTotals Totals, ImmutableArray<ComparedIndicator> Indicators, ImmutableArray<Coverage> Coverages, IReadOnlyList<Unit> Listed);
