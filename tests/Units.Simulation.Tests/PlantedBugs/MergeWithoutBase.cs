using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>What changed is merged into whatever is held.</summary>
internal sealed class MergeWithoutBase : Decisions
{
    public override bool MayMerge(UnitVersion held, UnitVersion sentBase) => true;
}
