namespace Units.Grains.Storage;

/// <summary>What a batch changes of the closed months of its unit, in the same transaction.</summary>
/// <param name="Range">The months.</param>
/// <param name="Closes">True to close those that are open; false to open those that are closed.</param>
internal sealed record ClosureChange(MonthRange Range, bool Closes);
