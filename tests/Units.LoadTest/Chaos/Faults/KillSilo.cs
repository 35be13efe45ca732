using System.Diagnostics;
using System.Globalization;

namespace Units.LoadTest.Chaos.Faults;

/// <summary>SIGKILL to a silo: the one with the root, or any.</summary>
/// <param name="ofRoot">Whether it is the one with the root.</param>
/// <param name="least">How long it takes at least, so that several come at a pace.</param>
internal sealed class KillSilo(bool ofRoot, TimeSpan least = default) : IFault
{
    private static readonly TimeSpan KnownDead = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Name => "kill -9 of a silo";

    /// <inheritdoc/>
    public async Task<FaultEvent> Do(FaultScene scene)
    {
        Victim victim = await Victim.Of(scene, ofRoot ? await scene.SiloOfRoot() : await scene.AnySilo());
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        await victim.Silo.Kill();
        long start = Stopwatch.GetTimestamp();
        bool isKnown = await scene.Until(victim.IsKnownDead, KnownDead);
        long known = Stopwatch.GetTimestamp();
        await victim.Silo.Restart();
        await scene.WaitSince(start, least);
        return new FaultEvent
        {
            Fault = Name,
            Target = victim.Held,
            Process = victim.Process,
            At = at,
            Start = start,
            End = known,
            Affected = victim.Wards,
            Demands = new Demands { ResumeWithin = TimeSpan.FromSeconds(10), OthersGap = TimeSpan.FromSeconds(1) },
            Seen = string.Create(CultureInfo.InvariantCulture, $"declared dead after {Stopwatch.GetElapsedTime(start, known).TotalSeconds:0.0} s"),
            Broken = isKnown ? [] : [$"it was not declared dead within {KnownDead.TotalSeconds} s"],
        };
    }
}
