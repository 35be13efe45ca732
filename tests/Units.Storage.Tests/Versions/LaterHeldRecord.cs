using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Storage.Tests.Versions;

/// <summary><see cref="HeldRecord"/> as a later build might have it: one field more.</summary>
[GenerateSerializer, Immutable, Alias("units.tests.HeldRecord.v2")]
internal sealed record LaterHeldRecord(
    [property: Id(0)] UnitId Child,
    [property: Id(1)] UnitVersion Version,
    [property: Id(2)] ImmutableArray<CellValue> Cells,
    [property: Id(3)] string? Note);
