namespace Units;

/// <summary>What a child answers to a nudge.</summary>
/// <param name="At">The version at which the parent's part last changed, or null: not in step itself, ask again later.</param>
[GenerateSerializer, Immutable, Alias("units.NudgeReply.v1")]
public readonly record struct NudgeReply([property: Id(0)] UnitVersion? At);
