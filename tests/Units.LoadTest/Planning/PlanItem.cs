namespace Units.LoadTest.Planning;

/// <summary>An item of a unit's journal.</summary>
/// <param name="Request">The id under which it was sent.</param>
/// <param name="Sequence">Where it stands.</param>
internal readonly record struct PlanItem(string Request, long Sequence);
