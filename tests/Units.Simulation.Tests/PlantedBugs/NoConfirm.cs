using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>Nothing is confirmed before it leaves.</summary>
internal sealed class NoConfirm : Decisions
{
    public override bool Confirms => false;
}
