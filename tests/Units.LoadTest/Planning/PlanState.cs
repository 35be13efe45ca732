namespace Units.LoadTest.Planning;

/// <summary>What stands after a run.</summary>
/// <param name="Versions">Each version of the plan with its targets, the first first; the last is the plan as it is.</param>
/// <param name="Items">By unit: what its journal has, each item once.</param>
internal sealed record PlanState(IReadOnlyList<V1.Plan> Versions, IReadOnlyDictionary<string, IReadOnlyList<PlanItem>> Items);
