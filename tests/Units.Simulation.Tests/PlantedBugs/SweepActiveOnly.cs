using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>The sweep does not go down to units that are not active.</summary>
internal sealed class SweepActiveOnly : Decisions
{
    public override bool SweepsDown => false;
}
