using System.Diagnostics;
using System.Globalization;
using Units.LoadTest.Chaos.Cluster;
using Units.LoadTest.Checking;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>What a fault finds.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="placement">Which unit is where.</param>
/// <param name="evidence">What the client has seen so far.</param>
/// <param name="random">Where chance comes from.</param>
/// <param name="stop">Ends the run early.</param>
internal sealed class FaultScene(ChaosCluster cluster, Placement placement, Evidence evidence, Random random, CancellationToken stop)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The cluster.</summary>
    public ChaosCluster Cluster => cluster;

    /// <summary>Where chance comes from.</summary>
    public Random Random => random;

    /// <summary>How many calls have failed so far.</summary>
    public int FailedCalls => evidence.Failures.Count;

    /// <summary>What a watcher of the root asks.</summary>
    public V1.WatchTotalsRequest RootQuestion => new()
    {
        Units = { evidence.Country.Units[0].Id },
        Measures = { evidence.Measures.Ids },
        Range = evidence.Measures.Range,
    };

    /// <summary>A silo by chance, of those that hold wards: one that has just started holds none, and nobody would notice what is done to it.</summary>
    public async Task<int> AnySilo()
    {
        string[] holding = [.. (await placement.Now()).Where(p => evidence.Country.Children[p.Key].Count == 0).Select(p => p.Value).Distinct().Order(StringComparer.Ordinal)];
        return holding.Length == 0 ? random.Next(ChaosCluster.Silos) : cluster.SiloAt(holding[random.Next(holding.Length)]);
    }

    /// <summary>Which silo holds the root; one by chance where none does.</summary>
    public async Task<int> SiloOfRoot() => (await placement.Now()).TryGetValue(0, out string? address) ? cluster.SiloAt(address) : await AnySilo();

    /// <summary>The wards that a silo holds, and what else it holds in words.</summary>
    public async Task<(IReadOnlySet<int> Wards, string Text)> HeldBy(int silo)
    {
        int[] held = [.. (await placement.Now()).Where(p => p.Value == cluster.Address(silo)).Select(p => p.Key)];
        HashSet<int> wards = [.. held.Where(u => evidence.Country.Children[u].Count == 0)];
        string text = string.Create(CultureInfo.InvariantCulture,
            $"silo {silo + 1} with {wards.Count} wards, {held.Length - wards.Count} parents{(held.Contains(0) ? ", the root among them" : "")}");
        return (wards, text);
    }

    /// <summary>Waits for so long.</summary>
    public Task Wait(TimeSpan time) => Task.Delay(time, TimeProvider.System, stop);

    /// <summary>Waits until so much time has passed since a moment in stopwatch ticks.</summary>
    public Task WaitSince(long start, TimeSpan time) => Stopwatch.GetElapsedTime(start) is var passed && passed < time ? Wait(time - passed) : Task.CompletedTask;

    /// <summary>Waits until something is so.</summary>
    /// <returns>False where it was not in time.</returns>
    public async Task<bool> Until(Func<Task<bool>> isSo, TimeSpan within)
    {
        long begun = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (Stopwatch.GetElapsedTime(begun) > within)
            {
                return false;
            }

            await Wait(Pause);
        }

        return true;
    }

    /// <summary>Starts again every silo whose process has ended: what an operator's supervisor does.</summary>
    /// <returns>How many had.</returns>
    public async Task<int> StartEnded()
    {
        int[] ended = [.. Enumerable.Range(0, ChaosCluster.Silos).Where(s => cluster.Silo(s).HasEnded)];
        foreach (int silo in ended)
        {
            await cluster.Silo(silo).Restart();
        }

        return ended.Length;
    }
}
