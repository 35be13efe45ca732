using Units.LoadTest.Load;

namespace Units.LoadTest.Chaos;

/// <summary>What a run with faults gave.</summary>
internal sealed record ChaosResult
{
    /// <summary>The highest rate that the cluster sustained before the faults, in reports a second.</summary>
    public required double Capacity { get; init; }

    /// <summary>The load, and what the checker found.</summary>
    public required LoadResult Load { get; init; }

    /// <summary>Each fault, in the order in which they came.</summary>
    public required IReadOnlyList<FaultResult> Faults { get; init; }

    /// <summary>Reports that were acknowledged and are in no journal.</summary>
    public required int Lost { get; init; }

    /// <summary>Reports that stand in a journal more than once.</summary>
    public required int Doubled { get; init; }

    /// <summary>Units whose total at rest is another than the reports below them add up to.</summary>
    public required int Mismatched { get; init; }

    /// <summary>What could not be done, and why.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Whether all held.</summary>
    public bool Passed => Load.Checks.Passed && Lost == 0 && Doubled == 0 && Mismatched == 0 && Faults.All(f => f.Broken.Count == 0);
}
