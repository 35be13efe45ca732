namespace Units.LoadTest.Planning;

/// <summary>A version of the plan, as the step that made it was acknowledged.</summary>
/// <param name="Figure">The figure of its only target.</param>
/// <param name="Decision">The number of its decision; empty for a draft.</param>
/// <param name="Sequence">Where the step stands in the city's journal.</param>
internal readonly record struct PlannedVersion(long Figure, string Decision, long Sequence);
