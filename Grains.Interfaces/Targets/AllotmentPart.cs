namespace Units;

/// <summary>What one child gets.</summary>
/// <param name="Child">The child.</param>
/// <param name="Weight">The weight that was applied, in any unit; zero where figures are given by hand.</param>
/// <param name="Lower">Its lower bound; null where the target has none.</param>
/// <param name="Upper">Its upper bound.</param>
/// <param name="Numerator">Its planned numerator.</param>
/// <param name="Denominator">Its planned denominator.</param>
[GenerateSerializer, Immutable, Alias("units.AllotmentPart")]
public sealed record AllotmentPart(
    [property: Id(0)] UnitId Child,
    [property: Id(1)] Amount Weight,
    [property: Id(2)] Amount? Lower,
    [property: Id(3)] Amount? Upper,
    [property: Id(4)] Amount? Numerator,
    [property: Id(5)] Amount? Denominator);
