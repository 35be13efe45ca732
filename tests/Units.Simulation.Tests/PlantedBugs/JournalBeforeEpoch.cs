using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>The journal is read before the epoch is taken: the older activation may still write.</summary>
internal sealed class JournalBeforeEpoch : Decisions
{
    public override bool TakesEpochFirst => false;
}
