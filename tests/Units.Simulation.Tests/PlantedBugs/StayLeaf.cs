using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>A leaf that is spoken to as a parent stays a leaf.</summary>
internal sealed class StayLeaf : Decisions
{
    public override bool BecomesInterior => false;
}
