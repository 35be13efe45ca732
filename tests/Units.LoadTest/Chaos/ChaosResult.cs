using Units.LoadTest.Checking;
using Units.LoadTest.Load;

namespace Units.LoadTest.Chaos;

/// <summary>What a run with faults gave.</summary>
internal sealed record ChaosResult
{
    /// <summary>The highest rate that the cluster sustained before the faults, in reports a second.</summary>
    public required double Capacity { get; init; }

    /// <summary>The load beside the faults, and after it that of each overload, with what the checker found.</summary>
    public required IReadOnlyList<LoadResult> Loads { get; init; }

    /// <summary>Each fault, in the order in which they came.</summary>
    public required IReadOnlyList<FaultResult> Faults { get; init; }

    /// <summary>What could not be done, and why.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>The load beside the faults.</summary>
    public LoadResult Load => Loads[0];

    /// <summary>Reports that were acknowledged and are in no journal.</summary>
    public int Lost => Loads.Sum(l => l.Checks.Journal?.Lost ?? 0);

    /// <summary>Reports that stand in a journal more than once, or must not stand there.</summary>
    public int Doubled => Loads.Sum(l => l.Checks.Journal?.Doubled ?? 0);

    /// <summary>Units whose total at rest is another than the reports below them add up to.</summary>
    public int Mismatched => Loads.Sum(l => l.Checks.Results.Where(r => r.Id is CheckId.C1 or CheckId.C2).Sum(r => r.FaultCount));

    /// <summary>Whether all held.</summary>
    public bool Passed => Loads.All(l => l.Checks.Passed) && Lost == 0 && Doubled == 0 && Mismatched == 0 && Faults.All(f => f.Broken.Count == 0);
}
