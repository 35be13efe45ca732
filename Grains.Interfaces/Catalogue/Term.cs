namespace Units;

/// <summary>A measure, or one category of it, in a formula.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Category">The number of one category, or null for the whole measure.</param>
[GenerateSerializer, Immutable, Alias("units.Term")]
public readonly record struct Term([property: Id(0)] MeasureId Measure, [property: Id(1)] ushort? Category);
