using System.Collections.Immutable;

namespace Units;

/// <summary>A receipt (biên nhận): proof that a report is durable, and what each entry did. The same for every repetition.</summary>
[GenerateSerializer, Immutable, Alias("units.Receipt")]
public sealed record Receipt
{
    /// <summary>The unit reported about.</summary>
    [Id(0)] public required UnitId Unit { get; init; }

    /// <summary>The report's place in the unit's journal: 1, 2, … without a gap.</summary>
    [Id(1)] public required long Sequence { get; init; }

    /// <summary>The system that reported.</summary>
    [Id(2)] public required SourceId Source { get; init; }

    /// <summary>The id of the report.</summary>
    [Id(3)] public required ReportId Report { get; init; }

    /// <summary>The hash of what was sent first under this id.</summary>
    [Id(4)] public required ImmutableArray<byte> ContentHash { get; init; }

    /// <summary>When the unit took it in.</summary>
    [Id(5)] public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>One for each entry, in order.</summary>
    [Id(6)] public required ImmutableArray<EntryReceipt> Entries { get; init; }
}
