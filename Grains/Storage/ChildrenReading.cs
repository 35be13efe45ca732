using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>All that one query says about a unit and the children it has or ever had.</summary>
/// <param name="Sequence">The last sequence of the unit's own journal.</param>
/// <param name="Edges">The unit's own parents by month, the earliest first.</param>
/// <param name="News">The unit itself and those leaf children whose journal is beyond what is held.</param>
/// <param name="Interior">The children that are interior; they answer for themselves.</param>
internal sealed record ChildrenReading(
    long Sequence,
    ImmutableArray<UnitEdge> Edges,
    ImmutableArray<LeafReading> News,
    ImmutableArray<UnitId> Interior);
