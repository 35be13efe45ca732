namespace Units.LoadTest.Contenders.Naive;

/// <summary>A measure in a month.</summary>
[GenerateSerializer, Immutable, Alias("units.contenders.NaiveCell")]
internal readonly record struct NaiveCell([property: Id(0)] int Measure, [property: Id(1)] short Month);
