namespace Units;

/// <summary>A measure over a range.</summary>
/// <param name="Amount">The sum of a flow, or the level of a stock.</param>
/// <param name="Presence">How many statements stand behind it; 0 means not reported, which is not 0. For a stock those of the last twelve months.</param>
/// <param name="Estimated">The part of the amount that is an estimate.</param>
/// <param name="AtLeast">How many of the statements say "at least".</param>
[GenerateSerializer, Immutable, Alias("units.SumReading")]
public readonly record struct SumReading(
    [property: Id(0)] Amount Amount,
    [property: Id(1)] long Presence,
    [property: Id(2)] Amount Estimated,
    [property: Id(3)] long AtLeast)
{
    /// <summary>The last month with a statement; null where there is none.</summary>
    [Id(4)] public Month? Last { get; init; }
}
