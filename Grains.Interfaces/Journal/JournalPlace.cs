namespace Units;

/// <summary>A line's place in a unit's journal.</summary>
/// <param name="Sequence">The report's place.</param>
/// <param name="N">The line's place within the report.</param>
[GenerateSerializer, Immutable, Alias("units.JournalPlace")]
public readonly record struct JournalPlace([property: Id(0)] long Sequence, [property: Id(1)] int N);
