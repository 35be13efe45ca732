using System.Collections.Immutable;

namespace Units;

/// <summary>The rows of a unit's journal up to a sequence.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="UpTo">The last sequence that counts.</param>
/// <param name="Spans">What is added up.</param>
[GenerateSerializer, Immutable, Alias("units.JournalCut")]
public sealed record JournalCut([property: Id(0)] UnitId Unit, [property: Id(1)] long UpTo, [property: Id(2)] ImmutableArray<JournalSpan> Spans)
{
    /// <summary>The most cuts of one call.</summary>
    public const int MaxOfCall = 256;
}
