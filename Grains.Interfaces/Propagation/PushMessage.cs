using System.Collections.Immutable;

namespace Units;

/// <summary>What a child says to a parent: cells as values, under the version of the child's total they belong to.</summary>
/// <param name="Child">The child.</param>
/// <param name="Version">The version of its total.</param>
/// <param name="Base">What the parent is known to hold, so that only what changed since is here; null when all cells are here.</param>
/// <param name="Cells">The parent's part: of the months in which it is the parent.</param>
[GenerateSerializer, Immutable, Alias("units.PushMessage.v1")]
public sealed record PushMessage(
    [property: Id(0)] UnitId Child,
    [property: Id(1)] UnitVersion Version,
    [property: Id(2)] UnitVersion? Base,
    [property: Id(3)] ImmutableArray<CellValue> Cells);
