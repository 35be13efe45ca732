using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>A leaf answers reads without looking at the end of its journal.</summary>
internal sealed class NoHeadCheck : Decisions
{
    public override bool ChecksHead => false;
}
