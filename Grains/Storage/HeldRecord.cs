using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>What a unit holds of one child (or of its own journal, under its own id), under the version it belongs to.</summary>
[GenerateSerializer, Immutable, Alias("units.HeldRecord.v1")]
internal sealed record HeldRecord(
    [property: Id(0)] UnitId Child,
    [property: Id(1)] UnitVersion Version,
    [property: Id(2)] ImmutableArray<CellValue> Cells);
