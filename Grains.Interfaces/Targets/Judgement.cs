namespace Units;

/// <summary>What a person judged of a qualitative target.</summary>
/// <param name="Assessment">Met, not met, or not yet.</param>
/// <param name="Evidence">What it rests on; at most <see cref="Target.MaxWords"/> characters.</param>
[GenerateSerializer, Immutable, Alias("units.Judgement")]
public sealed record Judgement([property: Id(0)] Assessment Assessment, [property: Id(1)] string Evidence);
