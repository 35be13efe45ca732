using System.Collections.Immutable;

namespace Units;

/// <summary>What one child last said.</summary>
/// <param name="Child">The child.</param>
/// <param name="Version">The version of its total that this is.</param>
/// <param name="Sums">In the order of the query.</param>
/// <param name="Targets">What it passes up of the targets asked for.</param>
[GenerateSerializer, Immutable, Alias("units.ChildTotals")]
public sealed record ChildTotals(
    [property: Id(0)] UnitId Child,
    [property: Id(1)] UnitVersion Version,
    [property: Id(2)] ImmutableArray<SumReading> Sums,
    [property: Id(3)] ImmutableArray<TargetReading> Targets)
{
    /// <summary>The last month with a statement, in the order of <see cref="TotalsQuery.ChildStated"/>; null where there is none. The default where an earlier build
    /// answers.</summary>
    [Id(4)] public ImmutableArray<Month?> Stated { get; init; }
}
