namespace Units;

/// <summary>A cell and its amount.</summary>
[GenerateSerializer, Immutable, Alias("units.CellValue")]
public readonly record struct CellValue([property: Id(0)] CellKey Key, [property: Id(1)] Amount Amount);
