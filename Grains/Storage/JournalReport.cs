using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>The rows of one report, target or move: committed together, under one sequence.</summary>
internal sealed record JournalReport
{
    /// <summary>Its place in the unit's journal: 1, 2, … without a gap.</summary>
    public required long Sequence { get; init; }

    /// <summary>What it is known by.</summary>
    public required ReportKey Key { get; init; }

    /// <summary>SHA-256 over what was sent.</summary>
    public required ImmutableArray<byte> ContentHash { get; init; }

    /// <summary>When the unit took it in.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The subject of the token or certificate under which it was sent; null where nobody was asked.</summary>
    public string? Who { get; init; }

    /// <summary>At least one row.</summary>
    public required ImmutableArray<JournalRow> Rows { get; init; }
}
