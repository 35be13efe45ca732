using System.Diagnostics;
using System.Globalization;
using Units.LoadTest.Processes;
using Units.TestSupport;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>A silo stands still until it was declared dead, and for a time at least; then it goes on, as one that does not know it.</summary>
internal sealed class FreezeSilo(TimeSpan time) : IFault
{
    private static readonly TimeSpan KnownDead = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Leaves = TimeSpan.FromSeconds(20);

    // It takes no more than four probe times to be declared dead (docs/OPERATE.md), which are 8 s of these.
    private static readonly TimeSpan Resumed = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public string Name => "a silo frozen until declared dead, then thawed";

    /// <inheritdoc/>
    public async Task<FaultEvent> Do(FaultScene scene)
    {
        Victim victim = await Victim.Of(scene, await scene.AnySilo());
        ServerProcess silo = victim.Silo;
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        silo.Send(Signals.Stop);
        long start = Stopwatch.GetTimestamp();
        bool isKnown = await scene.Until(victim.IsKnownDead, KnownDead);
        double known = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await scene.WaitSince(start, time);
        silo.Send(Signals.Continue);
        long thawed = Stopwatch.GetTimestamp();
        bool hasLeft = await silo.Ends(Leaves);
        double left = Stopwatch.GetElapsedTime(thawed).TotalSeconds;
        if (!hasLeft)
        {
            await silo.Kill();
        }

        await silo.Restart();
        return new FaultEvent
        {
            Fault = Name,
            Target = victim.Held,
            Process = victim.Process,
            At = at,
            Start = start,
            End = thawed,
            Affected = victim.Wards,
            Demands = new Demands { ResumeWithin = Resumed },
            Seen = string.Create(CultureInfo.InvariantCulture, $"declared dead after {known:0.0} s, thawed, ended by itself after {left:0.0} s"),
            Broken =
            [
                .. isKnown ? (string[])[] : [$"it was not declared dead within {KnownDead.TotalSeconds} s"],
                .. hasLeft ? (string[])[] : [$"thawed, it did not end within {Leaves.TotalSeconds} s"],
            ],
        };
    }
}
