using System.Diagnostics;
using Grpc.Core;
using Units.LoadTest.Chaos.Cluster;
using Units.LoadTest.Chaos.Faults;
using Units.LoadTest.Chaos.Overloads;
using Units.LoadTest.Checking;
using Units.LoadTest.Countries;
using Units.LoadTest.Load;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Chaos;

/// <summary>A cluster of its own, load on it, and faults in it.</summary>
internal sealed class ChaosRun
{
    private const double ShareOfCapacity = 0.7;
    private const int Connections = 8;

    private static readonly Country Country = SyntheticCountry.Of(5, 10, 20);

    // Longer than any fault: who reports does not give up.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<FaultEvent> _events = [];
    private readonly int _seed;
    private readonly Schedule _schedule;
    private readonly IProgress<LoadProgress>? _progress;
    private long _over;

    private ChaosRun(int seed, bool isFull, IReadOnlyCollection<string> only, IProgress<LoadProgress>? progress)
    {
        (_seed, _progress) = (seed, progress);
        KillGateway killGateway = new(ChaosCluster.Gateways, FirstUsed);
        Schedule schedule = isFull ? Schedule.Full(seed, killGateway, ChaosCluster.Gateways) : Schedule.Short(seed, killGateway);
        _schedule = only.Count == 0 ? schedule : schedule.Only(only);
    }

    /// <summary>Starts everything, runs the schedule, checks, and stops everything.</summary>
    /// <param name="seed">Where chance starts.</param>
    /// <param name="isFull">Whether all faults are done, or the process faults alone.</param>
    /// <param name="only">One of these the name of a fault that is done must have in it; empty for all.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Ends it early.</param>
    public static async Task<ChaosResult> Run(int seed, bool isFull, IReadOnlyCollection<string> only, IProgress<LoadProgress>? progress, CancellationToken stop)
    {
        ChaosRun run = new(seed, isFull, only, progress);
        progress?.Report(new LoadProgress("starting PostgreSQL, three silos and two gateways"));
        await using ChaosCluster cluster = await ChaosCluster.Start(run._schedule.Probe, run._schedule.OnWires);
        try
        {
            return await run.Run(cluster, stop);
        }
        catch (RpcException e)
        {
            throw new InvalidOperationException($"A call ended with {e.Status}. The product logged as faults of its own:\n{string.Join('\n', cluster.LoggedFaults)}", e);
        }
    }

    private async Task<ChaosResult> Run(ChaosCluster cluster, CancellationToken stop)
    {
        double capacity = await Capacity(cluster, stop);
        LoadPlan plan = Plan(cluster) with
        {
            Rate = capacity * ShareOfCapacity,
            Duration = TimeSpan.FromHours(1),
            Repeats = 0.01,
            Corrections = 0.01,
            Bad = 0.01,
            Plans = true,
        };
        LoadResult load;
        await using (Placement placement = await Placement.Connect(cluster.ConnectionString, Country))
        {
            load = await LoadRun.Run(
                plan, new CheckPlan { Journal = cluster.Journal }, _progress, (evidence, token) => Faults(new FaultScene(cluster, placement, evidence, new Random(_seed), token)), stop: stop);
        }

        Timeline timeline = new(load.Evidence);
        List<FaultResult> faults = [.. _events.Select((e, i) => timeline.Judge(e, i + 1 < _events.Count ? _events[i + 1].Start : _over))];
        List<LoadResult> loads = [load];
        foreach (Overload overload in _schedule.Overloads)
        {
            (FaultResult fault, LoadResult its) = await overload.Do(cluster, capacity, () => Plan(cluster), _progress, stop);
            _progress?.Report(new LoadProgress($"{fault.Event.Fault}. {fault.Event.Seen}"));
            faults.Add(fault);
            loads.Add(its);
        }

        return new ChaosResult { Capacity = capacity, Loads = loads, Faults = faults, LoggedFaults = cluster.LoggedFaults, LeftOut = _schedule.LeftOut };
    }

    private async Task<double> Capacity(ChaosCluster cluster, CancellationToken stop)
    {
        LoadPlan plan = Plan(cluster) with { Arrivals = ArrivalKind.Max, Warmup = TimeSpan.FromSeconds(5), Duration = _schedule.Capacity, Watchers = 0, ReadsWhileRunning = false };
        CheckPlan unchecked_ = new() { Checks = new HashSet<CheckId>() };
        return (await LoadRun.Run(plan, unchecked_, _progress, stop: stop)).Figures.ReportsPerSecond;
    }

    private LoadPlan Plan(ChaosCluster cluster) => new()
    {
        Gateways = cluster.GrpcUrls,
        Country = Country,
        Measures = 4,
        UntilAnswered = true,
        Connections = Connections,
        InFlight = Country.Wards.Count,
        Watchers = 20,
        Patience = Patience,
        Seed = _seed,
    };

    private async Task Faults(FaultScene scene)
    {
        await scene.Wait(_schedule.Calm);
        foreach (IFault fault in _schedule.Faults)
        {
            FaultEvent done = await fault.Do(scene);
            _progress?.Report(new LoadProgress($"{done.Fault}: {done.Target}. {done.Seen}"));
            _events.Add(done);
            await scene.Wait(_schedule.Calm);
        }

        _over = Stopwatch.GetTimestamp();
    }

    private static HashSet<int> FirstUsed(int gateway) =>
        Country.Wards.Where(ward => PersistentSender.First(ward, Connections) % ChaosCluster.Gateways == gateway).ToHashSet();
}
