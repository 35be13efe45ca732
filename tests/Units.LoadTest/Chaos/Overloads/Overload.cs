using System.Globalization;
using Units.LoadTest.Chaos.Cluster;
using Units.LoadTest.Checking;
using Units.LoadTest.Load;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Chaos.Overloads;

/// <summary>For a while many times as much is offered as is let in, each report once and in a call of its own, by who repeats nothing; before and after it a load like any other.</summary>
internal sealed class Overload
{
    // What is a load like any other: as beside all faults.
    private const double Usual = 0.7;

    private static readonly TimeSpan Before = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(12);

    // As an integrator has it who waits for an answer.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>Each gateway lets in so little of the one client that all of them together take a tenth of the cluster's rate; ten times that is offered.</summary>
    public static Overload OfLimit { get; } = new()
    {
        Name = "overload: admission at a tenth, ten times that offered",
        Admitted = 0.1,
        IsSet = true,
        Times = 10,
        Demands = new OverloadDemands { Goodput = 0.8 },
    };

    /// <summary>The limits are those of the product; three times the cluster's rate is offered.</summary>
    public static Overload OfCapacity { get; } = new()
    {
        Name = "overload: three times the peak at full limits",
        Admitted = 1,
        Times = 3,
        Demands = new OverloadDemands { Goodput = 0.7 },
    };

    /// <summary>What it is, as in docs/RELIABILITY.md.</summary>
    public required string Name { get; init; }

    /// <summary>How much is let in, as a share of the cluster's rate.</summary>
    private double Admitted { get; init; }

    /// <summary>Whether that is set at the gateways; else it is what the cluster can do.</summary>
    private bool IsSet { get; init; }

    /// <summary>How many times that is offered.</summary>
    private double Times { get; init; }

    private OverloadDemands Demands { get; init; } = new() { Goodput = 1 };

    /// <summary>Does it, with a load and checks of its own.</summary>
    /// <param name="cluster">The cluster, which nobody else loads.</param>
    /// <param name="capacity">Its highest rate.</param>
    /// <param name="plan">What a load of it is like.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<(FaultResult Fault, LoadResult Load)> Do(
        ChaosCluster cluster, double capacity, Func<LoadPlan> plan, IProgress<LoadProgress>? progress, CancellationToken stop)
    {
        int perGateway = (int)(capacity * Admitted / ChaosCluster.Gateways);
        double admitted = IsSet ? perGateway * ChaosCluster.Gateways : capacity;
        if (IsSet)
        {
            await cluster.ReplaceGateways(("Units__Limits__ReportsPerSecond", perGateway.ToString(CultureInfo.InvariantCulture)));
        }

        await cluster.SilosGiveWay();
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        MemoryLog memory = new(cluster.Processes);
        LoadPlan surging = plan() with
        {
            UntilAnswered = false,
            Streamed = false,
            Raw = true,
            Rate = (admitted * Usual) - Generator.ProbesPerSecond,
            Surge = new Surge(Before, Lasts, admitted * Times),
            Duration = Before + Lasts + After,
            Patience = Deadline,
            Corrections = 0.01,
            Bad = 0.01,
        };
        CheckPlan checks = new() { Journal = cluster.Journal, Receipts = 10_000 };
        await Priority.RaiseOurs();
        LoadResult load = await LoadRun.Run(surging, checks, progress, (_, token) => memory.Watch(surging.Duration, token), stop: stop);
        await Priority.ResetOurs();
        return (new OverloadTimeline(load, memory).Judge(Name, admitted, cluster.Gateway(0).Id, at, Demands), load);
    }
}
