namespace Units;

/// <summary>The target that an inherited one follows, live.</summary>
/// <param name="Unit">Whose target it is.</param>
/// <param name="Indicator">The number of the indicator it is on.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Range">Its months; null for those of the target that inherits.</param>
[GenerateSerializer, Immutable, Alias("units.TargetReference")]
public sealed record TargetReference(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] int Indicator,
    [property: Id(2)] Tier Tier,
    [property: Id(3)] MonthRange? Range)
{
    /// <summary>The most targets that follow each other.</summary>
    public const int MaxChain = 16;
}
