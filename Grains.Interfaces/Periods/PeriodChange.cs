using System.Collections.Immutable;

namespace Units;

/// <summary>Closes months of a unit and of all below it, or takes such a closing back.</summary>
[GenerateSerializer, Immutable, Alias("units.PeriodChange")]
public sealed record PeriodChange
{
    /// <summary>The longest name of who does it.</summary>
    public const int MaxBy = 200;

    /// <summary>The longest reason.</summary>
    public const int MaxReason = 1_000;

    /// <summary>The system that sends it; with <see cref="RequestId"/> it makes repetition harmless.</summary>
    [Id(0)] public required SourceId Source { get; init; }

    /// <summary>The id of the request, unique per unit and source for ever.</summary>
    [Id(1)] public required ReportId RequestId { get; init; }

    /// <summary>SHA-256 over what was sent.</summary>
    [Id(2)] public required ImmutableArray<byte> ContentHash { get; init; }

    /// <summary>The months, each in the calendar of every measure.</summary>
    [Id(3)] public required MonthRange Range { get; init; }

    /// <summary>True to close, false to open again.</summary>
    [Id(4)] public required bool Closes { get; init; }

    /// <summary>Who does it, as people write it.</summary>
    [Id(5)] public required string By { get; init; }

    /// <summary>Why.</summary>
    [Id(6)] public required string Reason { get; init; }

    /// <summary>The subject of the token or certificate under which it was sent, 1 to 128 characters; null where nobody was asked. No part of
    /// the content: under the same id it may be sent again by another.</summary>
    [Id(7)] public string? Who { get; init; }
}
