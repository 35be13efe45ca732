namespace Units;

/// <summary>From this month on the unit's cells belong to this parent. The month of the cell decides, not the time of the report.</summary>
/// <param name="From">The first month.</param>
/// <param name="Parent">The parent.</param>
[GenerateSerializer, Immutable, Alias("units.UnitEdge")]
public readonly record struct UnitEdge([property: Id(0)] Month From, [property: Id(1)] UnitId Parent);
