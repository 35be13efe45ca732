namespace Units.Gateway.Planning;

/// <summary>What would stand at a place.</summary>
/// <param name="Key">The place.</param>
/// <param name="Target">The target; null where none would.</param>
internal sealed record TargetChange(TargetKey Key, Target? Target);
