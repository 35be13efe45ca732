namespace Units;

/// <summary>Where a unit has one target at most: an indicator, a range and a tier.</summary>
/// <param name="Indicator">The number of the indicator.</param>
/// <param name="Range">The months.</param>
/// <param name="Tier">The tier.</param>
[GenerateSerializer, Immutable, Alias("units.TargetKey")]
public readonly record struct TargetKey(
    [property: Id(0)] int Indicator, [property: Id(1)] MonthRange Range, [property: Id(2)] Tier Tier) : IComparable<TargetKey>
{
    /// <summary>Where a target stands.</summary>
    public static TargetKey Of(Target target) => new(target.Indicator, target.Range, target.Tier);

    /// <inheritdoc/>
    public int CompareTo(TargetKey other) => (Indicator, Range.From, Range.Length, Tier).CompareTo((other.Indicator, other.Range.From, other.Range.Length, other.Tier));
}
