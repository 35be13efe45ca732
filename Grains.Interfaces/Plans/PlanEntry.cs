namespace Units;

/// <summary>A step or an allotment as the journal has it.</summary>
/// <param name="Sequence">Its place in the unit's journal.</param>
/// <param name="At">When the unit took it in.</param>
/// <param name="Step">The step; null for an allotment.</param>
/// <param name="Allotment">The allotment; null for a step.</param>
[GenerateSerializer, Immutable, Alias("units.PlanEntry")]
public sealed record PlanEntry(
    [property: Id(0)] long Sequence,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] PlanStep? Step,
    [property: Id(3)] Allotment? Allotment);
