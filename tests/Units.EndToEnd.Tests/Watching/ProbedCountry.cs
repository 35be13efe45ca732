using System.Diagnostics;
using Grpc.Core;
using Units.EndToEnd.Tests.Kills;
using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.Watching;

/// <summary>A tree of four levels under a moderate load, with measures of which one leaf each sets growing values: when such a value is
/// shown at the root, exactly that report is.</summary>
internal sealed class ProbedCountry
{
    /// <summary>The months that are watched.</summary>
    public const string Range = "2025";

    private const string Month = "2025-03";
    private const int Probes = 10;
    private static readonly TimeSpan BetweenProbes = TimeSpan.FromMilliseconds(20);

    private readonly Api _api;
    private readonly Tree _tree;
    private long _value;
    private int _report;

    private ProbedCountry(Api api, Tree tree)
    {
        _api = api;
        _tree = tree;
    }

    /// <summary>The unit at the top.</summary>
    public string Root => _tree.Root;

    /// <summary>The measures of the probes.</summary>
    public string[] Measures { get; } = [.. Enumerable.Range(0, Probes).Select(i => Api.NewId($"probe{i}"))];

    /// <summary>Creates it.</summary>
    public static async Task<ProbedCountry> Create(Api api)
    {
        ProbedCountry country = new(api, await Tree.Create(api));
        foreach (string measure in country.Measures)
        {
            await api.CreateMeasure(measure);
        }

        return country;
    }

    /// <summary>Reports at a rate until it is cancelled: each adds 1 at some leaf.</summary>
    public async Task Load(int perSecond, CancellationToken end)
    {
        TimeSpan beat = TimeSpan.FromMilliseconds(20);
        long start = Stopwatch.GetTimestamp();
        List<Task> sent = [];
        for (long due = 0; !end.IsCancellationRequested;)
        {
            long wanted = (long)(Stopwatch.GetElapsedTime(start).TotalSeconds * perSecond);
            for (; due < wanted; due++)
            {
                Leaf leaf = _tree.Leaves[(int)(due % _tree.Leaves.Count)];
                sent.Add(_api.Submit(leaf.Id, $"load-{Interlocked.Increment(ref _report)}", new V1.Entry { Measure = _tree.Added, Month = Month, Add = "1" }));
            }

            await Until.A(beat);
        }

        await Task.WhenAll(sent);
    }

    /// <summary>Sends a probe every 20 ms for a while; gives how long after its acknowledgement each was seen by the screen, in milliseconds.</summary>
    public async Task<double[]> Probe(Screen screen, TimeSpan time)
    {
        List<Task<double>> delays = [];
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time;)
        {
            delays.Add(ProbeOnce(screen, delays.Count % Probes));
            await Until.A(BetweenProbes);
        }

        return await Task.WhenAll(delays);
    }

    private async Task<double> ProbeOnce(Screen screen, int probe)
    {
        long value = Interlocked.Increment(ref _value);
        Task<long> seen = screen.Shows(Measures[probe], value);

        // On a slow machine the probe before may arrive after this one: its lower revision changes nothing then.
        V1.Entry entry = new() { Measure = Measures[probe], Month = Month, Set = $"{value}", Revision = value };
        await _api.Submit(_tree.Leaves[probe].Id, $"probe-{value}", entry);
        long acknowledged = Stopwatch.GetTimestamp();
        await Until.Ends($"value {value} of a probe on the screen", seen, TimeSpan.FromSeconds(30));
        return Math.Max(0, Stopwatch.GetElapsedTime(acknowledged, await seen).TotalMilliseconds);
    }
}
