using System.Collections.Immutable;

namespace Units.Storage.Tests.Versions;

/// <summary><see cref="PushMessage"/> as a later build might have it: one field more.</summary>
[GenerateSerializer, Immutable, Alias("units.tests.PushMessage.v2")]
internal sealed record LaterPushMessage(
    [property: Id(0)] UnitId Child,
    [property: Id(1)] UnitVersion Version,
    [property: Id(2)] UnitVersion? Base,
    [property: Id(3)] ImmutableArray<CellValue> Cells,
    [property: Id(4)] string? Note);
