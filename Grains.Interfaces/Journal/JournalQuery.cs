using System.Collections.Immutable;

namespace Units;

/// <summary>Asks for lines of a unit's own journal. All filters that are given must hold.</summary>
[GenerateSerializer, Immutable, Alias("units.JournalQuery")]
public sealed record JournalQuery
{
    /// <summary>The most lines that one call looks at: a filter that matches little gets short pages, and the journal is not read whole.</summary>
    public const int MaxLooks = 10_000;

    /// <summary>Only this measure.</summary>
    [Id(0)] public int? Measure { get; init; }

    /// <summary>Only lines whose months touch these.</summary>
    [Id(1)] public MonthRange? Months { get; init; }

    /// <summary>Only what this source sent.</summary>
    [Id(2)] public SourceId? Source { get; init; }

    /// <summary>Only what was taken in at or after this moment.</summary>
    [Id(3)] public DateTimeOffset? From { get; init; }

    /// <summary>Only what was taken in before this moment.</summary>
    [Id(4)] public DateTimeOffset? Before { get; init; }

    /// <summary>Only this outcome.</summary>
    [Id(5)] public EntryOutcome? Outcome { get; init; }

    /// <summary>From the first line on; otherwise the newest first.</summary>
    [Id(6)] public bool OldestFirst { get; init; }

    /// <summary>The most lines, 1 to 1,000.</summary>
    [Id(7)] public required int PageSize { get; init; }

    /// <summary>Where the page before ended; null for the first.</summary>
    [Id(8)] public JournalPlace? After { get; init; }

    /// <summary>The measures that many sources report: each of them has statements of its own.</summary>
    [Id(9)] public ImmutableArray<int> ManySources { get; init; } = [];
}
