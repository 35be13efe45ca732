using System.Collections.Immutable;

namespace Units;

/// <summary>What the rows of a cut add up to.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Head">Where its journal ends; beyond the cut where more has come since.</param>
/// <param name="Deltas">By span: the sum of the changes.</param>
/// <param name="Stated">By span: what the last row of each month of each register states, added up. The same, unless a row was altered.</param>
[GenerateSerializer, Immutable, Alias("units.JournalSum")]
public sealed record JournalSum(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] long Head,
    [property: Id(2)] ImmutableArray<Amount> Deltas,
    [property: Id(3)] ImmutableArray<Amount> Stated);
