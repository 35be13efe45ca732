using System.Collections.Immutable;

namespace Units;

/// <summary>How many of some units have attained.</summary>
/// <param name="Attained">How many have.</param>
/// <param name="Of">How many there are: the live children of the indicator's kinds.</param>
public sealed record UnitCount(long Attained, long Of)
{
    /// <summary>Those that have, in the order of their ids; empty where only the number is known.</summary>
    public ImmutableArray<UnitId> Who { get; init; } = [];

    /// <summary>Those that have not, in the order of their ids; empty where only the number is known.</summary>
    public ImmutableArray<UnitId> Lacking { get; init; } = [];
}
