namespace Units;

/// <summary>A target that two versions of a plan do not have alike.</summary>
/// <param name="Key">Which.</param>
/// <param name="Before">As it is in the one; null where it has none.</param>
/// <param name="After">As it is in the other; null where it has none.</param>
public sealed record PlanDifference(TargetKey Key, Target? Before, Target? After);
