using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>The part of the tree that a move is judged on.</summary>
/// <param name="Revision">Bumped by every edge that is written.</param>
/// <param name="Exists">True when the new parent exists.</param>
/// <param name="LastMonth">The latest month about which the moving unit's own journal says anything; null for none.</param>
/// <param name="Ancestry">The edges of the new parent and of every unit above it, in any month.</param>
internal sealed record TreeReading(long Revision, bool Exists, Month? LastMonth, ImmutableDictionary<UnitId, ImmutableArray<UnitEdge>> Ancestry);
