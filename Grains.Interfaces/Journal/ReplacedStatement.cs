namespace Units;

/// <summary>What stood on a month of a register before.</summary>
/// <param name="Amount">The month's amount.</param>
/// <param name="Source">Who had stated it.</param>
/// <param name="Sequence">The report's place.</param>
/// <param name="Quality">Final or estimate, exact or at least.</param>
[GenerateSerializer, Immutable, Alias("units.ReplacedStatement")]
public sealed record ReplacedStatement(
    [property: Id(0)] Amount Amount, [property: Id(1)] SourceId Source, [property: Id(2)] long Sequence, [property: Id(3)] Quality Quality);
