using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>Where a unit's journal ends and where the unit hangs.</summary>
/// <param name="Sequence">The last sequence; 0 for an empty journal.</param>
/// <param name="IsInterior">True once it has been named as a parent, or has an epoch: for ever.</param>
/// <param name="Edges">Its parents by month, the earliest first.</param>
internal sealed record UnitHead(long Sequence, bool IsInterior, ImmutableArray<UnitEdge> Edges);
