namespace Units.Grains.Storage;

/// <summary>The edge that a move writes in the same transaction as its journal row.</summary>
/// <param name="Edge">The new parent and its first month.</param>
/// <param name="TreeRevision">The revision of the tree on which the move was judged; another one refuses it.</param>
internal sealed record EdgeChange(UnitEdge Edge, long TreeRevision);
