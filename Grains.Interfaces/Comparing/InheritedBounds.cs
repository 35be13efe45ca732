namespace Units;

/// <summary>What an inherited target follows.</summary>
/// <param name="Bounds">The bounds of the target at the end of the chain; null where there is none.</param>
/// <param name="Gap">Why there is none.</param>
public sealed record InheritedBounds(TargetBounds? Bounds, Gap Gap);
