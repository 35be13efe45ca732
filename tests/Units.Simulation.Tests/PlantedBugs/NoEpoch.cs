using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>Every activation writes and speaks under the same epoch.</summary>
internal sealed class NoEpoch : Decisions
{
    public override Effect TakeEpoch() => new FixedEpoch();
}
