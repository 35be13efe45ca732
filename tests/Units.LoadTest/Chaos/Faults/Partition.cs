using System.Diagnostics;
using System.Globalization;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>A wire is cut: nothing passes between two silos, or between a silo and the database, and nobody is told.</summary>
internal sealed class Partition(bool fromDatabase, TimeSpan time) : IFault
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public string Name => fromDatabase ? "partition silo–database" : "partition silo–silo";

    /// <inheritdoc/>
    public async Task<FaultEvent> Do(FaultScene scene)
    {
        int victim = await scene.AnySilo();
        int other = (victim + 1) % Cluster.ChaosCluster.Silos;
        (IReadOnlySet<int> wards, string held) = await scene.HeldBy(victim);
        string far = fromDatabase ? scene.Cluster.DatabaseEnd.Address : scene.Cluster.Address(other);
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        await scene.Cluster.Wires.Cut(victim, far);
        await scene.Wait(time);
        await scene.Cluster.Wires.Mend();
        long end = Stopwatch.GetTimestamp();
        // Who was declared dead meanwhile learns it now, and ends.
        await scene.Wait(Settling);
        int ended = await scene.StartEnded();
        return new FaultEvent
        {
            Fault = Name,
            Target = $"{held}, from {(fromDatabase ? "the database" : string.Create(CultureInfo.InvariantCulture, $"silo {other + 1}"))}",
            Process = 0,
            At = at,
            Start = start,
            End = end,
            Affected = wards,
            Demands = new Demands { ResumeWithin = TimeSpan.FromSeconds(15), ResumesAfterEnd = true },
            Seen = string.Create(CultureInfo.InvariantCulture, $"{ended} silos ended because of it and were started again"),
        };
    }
}
