namespace Units;

/// <summary>A sum whose months follow from those of a target.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Category">The number of one category, or null for the whole measure.</param>
/// <param name="When">Which months.</param>
[GenerateSerializer, Immutable, Alias("units.TargetSum")]
public readonly record struct TargetSum(
    [property: Id(0)] MeasureRef Measure, [property: Id(1)] ushort? Category, [property: Id(2)] SumTime When)
{
    /// <summary>The sum over months that stand for "now".</summary>
    public SumQuery Over(MonthRange now) => new(Measure, Category, When.Of(now));
}
