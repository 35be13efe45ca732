using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>The epoch is read and then compared and set: after an unknown outcome it may be another's.</summary>
internal sealed class EpochByReadAndCompare : Decisions
{
    public override Effect TakeEpoch() => new CompareAndSetEpoch();
}
