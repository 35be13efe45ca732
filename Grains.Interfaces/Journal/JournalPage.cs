using System.Collections.Immutable;

namespace Units;

/// <summary>A page of a journal.</summary>
/// <param name="Lines">In the order asked for.</param>
/// <param name="Next">Where the next page begins after; null on the last one.</param>
[GenerateSerializer, Immutable, Alias("units.JournalPage")]
public sealed record JournalPage([property: Id(0)] ImmutableArray<JournalLine> Lines, [property: Id(1)] JournalPlace? Next);
