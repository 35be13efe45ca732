using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>An append does not ask whether the epoch is still the writer's.</summary>
internal sealed class AppendWithoutEpoch : Decisions
{
    public override long AppendEpoch(long epoch) => -1;
}
