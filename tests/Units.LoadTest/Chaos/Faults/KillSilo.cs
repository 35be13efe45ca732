using System.Diagnostics;
using System.Globalization;
using Units.LoadTest.Processes;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>SIGKILL to a silo: the one with the root, or any.</summary>
internal sealed class KillSilo(bool ofRoot) : IFault
{
    private static readonly TimeSpan KnownDead = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Name => "kill -9 of a silo";

    /// <inheritdoc/>
    public async Task<FaultEvent> Do(FaultScene scene)
    {
        int victim = ofRoot ? await scene.SiloOfRoot() : await scene.AnySilo();
        (IReadOnlySet<int> wards, string held) = await scene.HeldBy(victim);
        ServerProcess silo = scene.Cluster.Silo(victim);
        string address = scene.Cluster.Address(victim);
        int? generation = await scene.Cluster.Membership.ActiveAt(address);
        int process = silo.Id;
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        await silo.Kill();
        long start = Stopwatch.GetTimestamp();
        bool isKnown = generation is { } g && await scene.Until(() => scene.Cluster.Membership.IsDead(address, g), KnownDead);
        long known = Stopwatch.GetTimestamp();
        await silo.Restart();
        return new FaultEvent
        {
            Fault = Name,
            Target = held,
            Process = process,
            At = at,
            Start = start,
            End = known,
            Affected = wards,
            Demands = new Demands { ResumeWithin = TimeSpan.FromSeconds(10), OthersGap = TimeSpan.FromSeconds(1) },
            Seen = string.Create(CultureInfo.InvariantCulture, $"declared dead after {Stopwatch.GetElapsedTime(start, known).TotalSeconds:0.0} s"),
            Broken = isKnown ? [] : [$"it was not declared dead within {KnownDead.TotalSeconds} s"],
        };
    }
}
