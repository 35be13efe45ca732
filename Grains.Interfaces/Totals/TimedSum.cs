namespace Units;

/// <summary>A sum of a formula, whose months follow from those that stand for "now".</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Category">The number of one category, or null for the whole measure.</param>
/// <param name="When">Which months.</param>
[GenerateSerializer, Immutable, Alias("units.TimedSum")]
public readonly record struct TimedSum(
    [property: Id(0)] MeasureRef Measure, [property: Id(1)] ushort? Category, [property: Id(2)] SumTime When)
{
    /// <summary>The sum over months that stand for "now".</summary>
    public SumQuery Over(MonthRange now) => new(Measure, Category, When.Of(now));
}
