using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>An older activation is not told that it is over.</summary>
internal sealed class NoFence : Decisions
{
    public override bool Fences => false;
}
