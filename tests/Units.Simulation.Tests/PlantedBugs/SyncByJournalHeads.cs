using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>A child of which anything is held, and whose journal has nothing new, is not asked.</summary>
internal sealed class SyncByJournalHeads : Decisions
{
    public override bool MustNudge(UnitVersion? held) => held is null;
}
