namespace Units;

/// <summary>What became of one entry.</summary>
/// <param name="Entry">The entry as it was sent.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Delta">By how much the month's amount moved; zero unless accepted.</param>
/// <param name="Violation">The rule it broke, where refused.</param>
[GenerateSerializer, Immutable, Alias("units.EntryReceipt")]
public sealed record EntryReceipt(
    [property: Id(0)] Entry Entry,
    [property: Id(1)] EntryOutcome Outcome,
    [property: Id(2)] Amount Delta,
    [property: Id(3)] Violation? Violation);
