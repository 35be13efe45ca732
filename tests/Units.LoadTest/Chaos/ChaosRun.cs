using System.Diagnostics;
using Units.LoadTest.Chaos.Cluster;
using Units.LoadTest.Chaos.Faults;
using Units.LoadTest.Checking;
using Units.LoadTest.Checking.Journals;
using Units.LoadTest.Countries;
using Units.LoadTest.Load;
using Units.LoadTest.Sending;

namespace Units.LoadTest.Chaos;

/// <summary>A cluster of its own, load on it, and faults in it.</summary>
internal sealed class ChaosRun
{
    private const double ShareOfCapacity = 0.7;
    private const int Connections = 8;
    private const int Gateways = 2;

    private static readonly Country Country = SyntheticCountry.Of(5, 10, 20);

    // Longer than any fault: who reports does not give up.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<FaultEvent> _events = [];
    private readonly int _seed;
    private readonly Schedule _schedule;
    private readonly IProgress<LoadProgress>? _progress;
    private long _over;

    private ChaosRun(int seed, bool isFull, string? only, IProgress<LoadProgress>? progress)
    {
        (_seed, _progress) = (seed, progress);
        KillGateway killGateway = new(Gateways, FirstUsed);
        Schedule schedule = isFull ? Schedule.Full(seed, killGateway, Gateways) : Schedule.Short(seed, killGateway);
        _schedule = only is null ? schedule : schedule.Only(only);
    }

    /// <summary>Starts everything, runs the schedule, checks, and stops everything.</summary>
    /// <param name="seed">Where chance starts.</param>
    /// <param name="isFull">Whether all faults are done, or the process faults alone.</param>
    /// <param name="only">What the names of the faults that are done must have in them; null for all.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Ends it early.</param>
    public static async Task<ChaosResult> Run(int seed, bool isFull, string? only, IProgress<LoadProgress>? progress, CancellationToken stop)
    {
        ChaosRun run = new(seed, isFull, only, progress);
        progress?.Report(new LoadProgress("starting PostgreSQL, three silos and two gateways"));
        await using ChaosCluster cluster = await ChaosCluster.Start(run._schedule.Probe, run._schedule.OnWires);
        return await run.Run(cluster, stop);
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
                plan, new CheckPlan { Journal = cluster.Journal }, _progress, (evidence, token) => Faults(new FaultScene(cluster, placement, evidence, new Random(_seed), token)), stop);
        }

        Timeline timeline = new(load.Evidence);
        (int lost, int doubled) = await Rows(load.Evidence, cluster.Journal);
        return new ChaosResult
        {
            Capacity = capacity,
            Load = load,
            Faults = [.. _events.Select((e, i) => timeline.Judge(e, i + 1 < _events.Count ? _events[i + 1].Start : _over))],
            Lost = lost,
            Doubled = doubled,
            Mismatched = load.Checks.Results.Where(r => r.Id is CheckId.C1 or CheckId.C2).Sum(r => r.FaultCount),
            LeftOut = _schedule.LeftOut,
        };
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
        Country.Wards.Where(ward => PersistentSender.First(ward, Connections) % Gateways == gateway).ToHashSet();

    private static async Task<(int Lost, int Doubled)> Rows(Evidence evidence, string journal)
    {
        await using JournalDatabase database = await JournalDatabase.Open(journal);
        Dictionary<(string Unit, string Report), int> rows = (await database.Reports(evidence.Measures.Run))
            .GroupBy(r => (r.Unit, r.Report)).ToDictionary(g => g.Key, g => g.Count());
        int lost = Enumerable.Range(0, evidence.Log.Count).Select(l => evidence.Log[l])
            .Where(r => r.Outcome == Outcome.Acknowledged && r.Kind != ReportKind.OtherContent)
            .Select(r => (evidence.Country.Units[r.Ward].Id, evidence.Content.Id(r))).Distinct().Count(r => !rows.ContainsKey(r));
        return (lost, rows.Values.Count(n => n > 1));
    }
}
