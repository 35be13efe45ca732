using System.Collections.Immutable;

namespace Units;

/// <summary>Asks a unit for exact totals.</summary>
/// <param name="Sums">At most 1,000 sums.</param>
/// <param name="Targets">At most 1,000 targets.</param>
/// <param name="ByChild">Also what each child holds, for comparison.</param>
[GenerateSerializer, Immutable, Alias("units.TotalsQuery")]
public sealed record TotalsQuery(
    [property: Id(0)] ImmutableArray<SumQuery> Sums,
    [property: Id(1)] ImmutableArray<TargetQuery> Targets,
    [property: Id(2)] bool ByChild)
{
    /// <summary>What to read of each child in place of <paramref name="Sums"/> and <paramref name="Targets"/>: these sums, at most 1,000, and no targets.
    /// Not given: the same as of the unit.</summary>
    [Id(3)] public ImmutableArray<SumQuery> ChildSums { get; init; }

    /// <summary>Beside <see cref="ChildSums"/>, of what to tell of each child the last month with a statement, and no amount: at most 1,000. A page that asks
    /// who has reported asks it of hundreds of children and of all measures.</summary>
    [Id(4)] public ImmutableArray<SumQuery> ChildStated { get; init; } = [];
}
