namespace Units;

/// <summary>What the decisions of an issued plan say of one target.</summary>
/// <param name="Target">The target; null where the decision takes it back.</param>
/// <param name="By">The decision: the latest of those that say something of it.</param>
/// <param name="IsAdditive">True where its bounds add up over units.</param>
public sealed record PlannedTarget(Target? Target, Decision By, bool IsAdditive);
