using Units.LoadTest.Contenders;

namespace Units.LoadTest.Compare;

/// <summary>What one cell of one contender gave in one round.</summary>
internal sealed record CellResult
{
    /// <summary>The round, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>Whose it is.</summary>
    public required ContenderKind Contender { get; init; }

    /// <summary>What was measured.</summary>
    public required CellKind Cell { get; init; }

    /// <summary>Reports acknowledged a second.</summary>
    public required double ReportsPerSecond { get; init; }

    /// <summary>Entries acknowledged a second.</summary>
    public required double EntriesPerSecond { get; init; }

    /// <summary>The median from when a report was due to its acknowledgement, in milliseconds.</summary>
    public required double AckP50Ms { get; init; }

    /// <summary>What 99 % of them did not exceed.</summary>
    public required double AckP99Ms { get; init; }

    /// <summary>The median from a report's acknowledgement to when a watcher of the root saw it, in milliseconds: the lag.</summary>
    public required double LagP50Ms { get; init; }

    /// <summary>What 99 % of them did not exceed.</summary>
    public required double LagP99Ms { get; init; }

    /// <summary>Processor time of contender and database for each report, in microseconds.</summary>
    public required double ProcessorUs { get; init; }

    /// <summary>Bytes of the server's log for each report.</summary>
    public required double WalBytes { get; init; }

    /// <summary>Rows a second of binary COPY of the same rows into the same table; 0 where it was not measured.</summary>
    public double CopyRowsPerSecond { get; init; }

    /// <summary>The checks that failed; empty where all passed.</summary>
    public required IReadOnlyList<string> Failed { get; init; }
}
