namespace Units;

/// <summary>Asks for a measure over a range.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Category">The number of one category, or null for the whole measure.</param>
/// <param name="Range">A flow is summed over it; of a stock it is the level at its last month.</param>
[GenerateSerializer, Immutable, Alias("units.SumQuery")]
public readonly record struct SumQuery([property: Id(0)] MeasureRef Measure, [property: Id(1)] ushort? Category, [property: Id(2)] MonthRange Range);
