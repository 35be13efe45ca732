namespace Units;

/// <summary>The name and kind of a unit from a day on.</summary>
/// <param name="From">The first day, or null for from the start.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Name">Vietnamese name with its kind: Thành phố Cẩm Phả.</param>
/// <param name="NameEn">English name; may be empty.</param>
[GenerateSerializer, Immutable, Alias("units.UnitNaming")]
public sealed record UnitNaming(
    [property: Id(0)] DateOnly? From,
    [property: Id(1)] UnitKind Kind,
    [property: Id(2)] string Name,
    [property: Id(3)] string NameEn);
