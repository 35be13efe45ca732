using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>A report is acknowledged when it is staged.</summary>
internal sealed class AcknowledgeBeforeAppend : Decisions
{
    public override bool AcknowledgesBeforeAppend => true;
}
