using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>A unit serves before its children are in step.</summary>
internal sealed class ServeBeforeSync : Decisions
{
    public override bool IsReady(int outOfStep) => true;
}
