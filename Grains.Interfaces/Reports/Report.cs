using System.Collections.Immutable;

namespace Units;

/// <summary>A report (báo cáo): entries about one unit from one source.</summary>
[GenerateSerializer, Immutable, Alias("units.Report")]
public sealed record Report
{
    /// <summary>The most entries of one report.</summary>
    public const int MaxEntries = 10_000;

    /// <summary>The system that reports.</summary>
    [Id(0)] public required SourceId Source { get; init; }

    /// <summary>Its id, unique per unit and source for ever.</summary>
    [Id(1)] public required ReportId Id { get; init; }

    /// <summary>SHA-256 over what was sent: the same id with another hash is refused.</summary>
    [Id(2)] public required ImmutableArray<byte> ContentHash { get; init; }

    /// <summary>One refused entry refuses all.</summary>
    [Id(3)] public bool AllOrNothing { get; init; }

    /// <summary>1 to <see cref="MaxEntries"/> entries, applied in this order.</summary>
    [Id(4)] public required ImmutableArray<Entry> Entries { get; init; }

    /// <summary>The subject of the token or certificate under which it was sent, 1 to 128 characters; null where nobody was asked. No part of
    /// the content: under the same id it may be sent again by another.</summary>
    [Id(5)] public string? Who { get; init; }
}
