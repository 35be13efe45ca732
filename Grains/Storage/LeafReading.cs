using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>What a unit's own journal says beyond a sequence: the summed deltas of the rows after <paramref name="From"/>.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="From">Rows up to here are not in the sums.</param>
/// <param name="To">The last sequence, which is in them; greater than <paramref name="From"/>.</param>
/// <param name="Edges">Its parents by month, the earliest first.</param>
/// <param name="Deltas">By cell, none of them zero.</param>
internal sealed record LeafReading(UnitId Unit, long From, long To, ImmutableArray<UnitEdge> Edges, ImmutableArray<CellValue> Deltas);
