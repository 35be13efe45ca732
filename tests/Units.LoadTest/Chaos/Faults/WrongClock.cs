using System.Diagnostics;
using System.Globalization;
using Units.LoadTest.Processes;
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
        int victim = await scene.AnySilo();
        (_, string held) = await scene.HeldBy(victim);
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        long start = Stopwatch.GetTimestamp();
        await Leave(scene, victim);
        // The monotonic clock goes on as it is: no machine's jumps.
        await scene.Cluster.Replace(victim, ("LD_PRELOAD", Library ?? ""), ("FAKETIME", "+3600s"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"));
        int process = scene.Cluster.Silo(victim).Id;
        await scene.Wait(time);
        (_, string holds) = await scene.HeldBy(victim);
        await Leave(scene, victim);
        await scene.Cluster.Replace(victim);
        return new FaultEvent
        {
            Fault = Name,
            Target = held,
            Process = process,
            At = at,
            Start = start,
            End = Stopwatch.GetTimestamp(),
            Demands = new Demands { ResumeWithin = TimeSpan.FromSeconds(10) },
            Seen = string.Create(CultureInfo.InvariantCulture, $"with the wrong clock: {holds}"),
        };
    }

    private static async Task Leave(FaultScene scene, int victim)
    {
        ServerProcess silo = scene.Cluster.Silo(victim);
        silo.Send(Signals.Terminate);
        await silo.Ends(Ends);
    }
}
