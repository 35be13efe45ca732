namespace Units;

/// <summary>The answer to a creation.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Item">What exists now, where something does.</param>
/// <param name="Missing">The reference that does not exist, where that is the trouble.</param>
[GenerateSerializer, Immutable, Alias("units.CreateResult`1")]
public sealed record CreateResult<T>([property: Id(0)] CreateStatus Status, [property: Id(1)] T? Item, [property: Id(2)] string? Missing);
