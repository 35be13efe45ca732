using System.Collections.Immutable;

namespace Units;

/// <summary>Asks a unit for exact totals as soon as they are newer than what is known.</summary>
/// <param name="Parts">1 to <see cref="MaxParts"/> questions, all answered from one state; at most 1,000 sums and 1,000 targets in all.</param>
/// <param name="NewerThan">The version that is known; null for an answer at once.</param>
[GenerateSerializer, Immutable, Alias("units.WatchQuery")]
public sealed record WatchQuery([property: Id(0)] ImmutableArray<TotalsQuery> Parts, [property: Id(1)] UnitVersion? NewerThan)
{
    /// <summary>The most questions of one call.</summary>
    public const int MaxParts = 64;
}
