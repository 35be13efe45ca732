namespace Units;

/// <summary>A line of a journal: what was sent, by whom and when, what became of it, and what it moved.</summary>
[GenerateSerializer, Immutable, Alias("units.JournalLine")]
public sealed record JournalLine
{
    /// <summary>Its place.</summary>
    [Id(0)] public required JournalPlace Place { get; init; }

    /// <summary>What it records.</summary>
    [Id(1)] public required JournalLineKind Kind { get; init; }

    /// <summary>Who sent it.</summary>
    [Id(2)] public required SourceId Source { get; init; }

    /// <summary>The id under which it was sent.</summary>
    [Id(3)] public required ReportId Report { get; init; }

    /// <summary>When the unit took it in.</summary>
    [Id(4)] public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The number of the measure, or of the indicator of a target; null for neither.</summary>
    [Id(5)] public int? Subject { get; init; }

    /// <summary>The number of the category; of a target tier × 256 + part.</summary>
    [Id(6)] public ushort Category { get; init; }

    /// <summary>The first month it is about.</summary>
    [Id(7)] public Month Month { get; init; }

    /// <summary>How many months it is about; 0 for one.</summary>
    [Id(8)] public int Span { get; init; }

    /// <summary>The value as it was sent.</summary>
    [Id(9)] public Amount Value { get; init; }

    /// <summary>The quality as it was sent.</summary>
    [Id(10)] public Quality Quality { get; init; }

    /// <summary>The revision as it was sent.</summary>
    [Id(11)] public long? Revision { get; init; }

    /// <summary>What became of it.</summary>
    [Id(12)] public EntryOutcome Outcome { get; init; }

    /// <summary>By how much it moved the month's amount.</summary>
    [Id(13)] public Amount Delta { get; init; }

    /// <summary>The month's amount after it; null where nothing stands or it states nothing.</summary>
    [Id(14)] public Amount? Amount { get; init; }

    /// <summary>What it replaced; null where nothing stood.</summary>
    [Id(15)] public ReplacedStatement? Replaced { get; init; }

    /// <summary>The rule it broke, where refused.</summary>
    [Id(16)] public Violation? Violation { get; init; }

    /// <summary>Who closed or reopened; empty otherwise.</summary>
    [Id(17)] public string By { get; init; } = "";

    /// <summary>Why; empty otherwise.</summary>
    [Id(18)] public string Reason { get; init; } = "";

    /// <summary>The source that took over, or the parent of a move; empty otherwise.</summary>
    [Id(19)] public string To { get; init; } = "";

    /// <summary>The subject of the token or certificate under which it was sent; null where nobody was asked.</summary>
    [Id(20)] public string? Who { get; init; }

    /// <summary>The plan of a step; empty otherwise.</summary>
    [Id(21)] public string Plan { get; init; } = "";
}
