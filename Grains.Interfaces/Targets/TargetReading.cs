namespace Units;

/// <summary>A target as it stands at a unit.</summary>
/// <param name="Indicator">The number of the indicator.</param>
/// <param name="Range">The months it is for.</param>
/// <param name="Tier">The tier.</param>
/// <param name="Bound">The side on which it is met.</param>
/// <param name="Additive">True for an amount, false for a ratio.</param>
/// <param name="Own">The unit's own, or null where only children hold one.</param>
/// <param name="ChildrenSum">The sum of what the children pass up; zero where none does.</param>
/// <param name="ChildrenCount">How many units' targets stand behind that sum.</param>
[GenerateSerializer, Immutable, Alias("units.TargetReading")]
public sealed record TargetReading(
    [property: Id(0)] int Indicator,
    [property: Id(1)] MonthRange Range,
    [property: Id(2)] byte Tier,
    [property: Id(3)] Bound Bound,
    [property: Id(4)] bool Additive,
    [property: Id(5)] Amount? Own,
    [property: Id(6)] Amount ChildrenSum,
    [property: Id(7)] long ChildrenCount);
