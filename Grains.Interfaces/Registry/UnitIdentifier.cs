namespace Units;

/// <summary>A dated identifier of a unit in somebody's scheme. Official codes are reused, so a code alone never names a unit.</summary>
/// <param name="Scheme">Whose code it is: <c>vn.gso</c> for the official unit codes.</param>
/// <param name="Value">The code, as text, with its leading zeros.</param>
/// <param name="From">The first day it is valid, or null for always.</param>
/// <param name="To">The last day it is valid, or null for still.</param>
[GenerateSerializer, Immutable, Alias("units.UnitIdentifier")]
public sealed record UnitIdentifier(
    [property: Id(0)] string Scheme,
    [property: Id(1)] string Value,
    [property: Id(2)] DateOnly? From,
    [property: Id(3)] DateOnly? To)
{
    /// <summary>True when it is valid on the day.</summary>
    public bool IsValidOn(DateOnly day) => (From is null || From <= day) && (To is null || day <= To);
}
