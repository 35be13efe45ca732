using System.Diagnostics;
using System.Globalization;
using Units.TestSupport;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>A silo is started again with a clock that is an hour ahead, and later with the right one.</summary>
internal sealed class WrongClock(TimeSpan time) : IFault
{
    private static readonly TimeSpan Ends = TimeSpan.FromSeconds(40);

    /// <summary>The library that moves a process's clock; null where it is not installed.</summary>
    public static string? Library { get; } = new[] { "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1" }
        .FirstOrDefault(File.Exists);

    /// <inheritdoc/>
    public string Name => "clock of a silo one hour off";

    /// <inheritdoc/>
    public async Task<FaultEvent> Do(FaultScene scene)
    {
        int silo = await scene.AnySilo();
        Victim victim = await Victim.Of(scene, silo);
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        List<string> broken = [];
        await Leave(scene, victim, broken);
        // The monotonic clock goes on as it is: no machine's jumps.
        await scene.Cluster.Replace(silo, ("LD_PRELOAD", Library ?? ""), ("FAKETIME", "+3600s"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"));
        int process = scene.Cluster.Silo(silo).Id;

        // One that has just started holds nothing: what another leaves comes to it.
        Victim other = await Victim.Of(scene, (silo + 1) % Cluster.ChaosCluster.Silos);
        await Leave(scene, other, broken);
        await other.Silo.Restart();
        await scene.Wait(time);
        Victim wrong = await Victim.Of(scene, silo);
        await Leave(scene, wrong, broken);
        await scene.Cluster.Replace(silo);
        return new FaultEvent
        {
            Fault = Name,
            Target = victim.Held,
            Process = process,
            At = at,
            Start = start,
            End = Stopwatch.GetTimestamp(),
            Demands = new Demands { ResumeWithin = TimeSpan.FromSeconds(10) },
            Seen = $"with the wrong clock: {wrong.Held}",
            Broken = [.. broken, .. wrong.Wards.Count > 0 ? (string[])[] : ["with the wrong clock it held no ward: it was no such fault"]],
        };
    }

    private static async Task Leave(FaultScene scene, Victim victim, List<string> broken)
    {
        victim.Silo.Send(Signals.Terminate);
        if (!await victim.Silo.Ends(Ends))
        {
            broken.Add(string.Create(CultureInfo.InvariantCulture, $"process {victim.Process} did not end within {Ends.TotalSeconds} s after SIGTERM"));
            await victim.Silo.Kill();
        }
    }
}
