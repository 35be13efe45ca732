namespace Units;

/// <summary>Months of a measure whose rows are added up.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="From">The first month.</param>
/// <param name="To">The last month.</param>
[GenerateSerializer, Immutable, Alias("units.JournalSpan")]
public readonly record struct JournalSpan([property: Id(0)] MeasureRef Measure, [property: Id(1)] Month From, [property: Id(2)] Month To);
