using Units.LoadTest.Countries;
using Units.LoadTest.Load;
using Units.LoadTest.Sending;
using Units.LoadTest.Watching;

namespace Units.LoadTest.Checking;

/// <summary>What the client saw of a run: all that the checker judges by.</summary>
internal sealed class Evidence
{
    /// <summary>The plan.</summary>
    public required LoadPlan Plan { get; init; }

    /// <summary>What the reports said.</summary>
    public required ReportContent Content { get; init; }

    /// <summary>What was sent, and what came of it.</summary>
    public required ReportLog Log { get; init; }

    /// <summary>Whether each unit was new when the run began: then its journal began with it.</summary>
    public required IReadOnlyList<bool> IsNew { get; init; }

    /// <summary>What each watcher saw.</summary>
    public required IReadOnlyList<WatcherLog> Watchers { get; init; }

    /// <summary>What readings while the run went on were at fault with.</summary>
    public required Faults WhileRunning { get; init; }

    /// <summary>What was seen of targets and plans; null where none were sent.</summary>
    public Planning.PlanEvidence? Plans { get; init; }

    /// <summary>The calls that failed and were repeated, with <see cref="LoadPlan.UntilAnswered"/>.</summary>
    public FailureLog Failures { get; } = new();

    /// <summary>How many readings there were while the run went on.</summary>
    public int ReadingsWhileRunning { get; set; }

    /// <summary>The country.</summary>
    public Country Country => Plan.Country;

    /// <summary>The measures.</summary>
    public RunMeasures Measures => Content.Measures;
}
