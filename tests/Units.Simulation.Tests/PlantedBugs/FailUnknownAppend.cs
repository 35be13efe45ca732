using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>An append without an answer is taken for failed.</summary>
internal sealed class FailUnknownAppend : Decisions
{
    public override bool RetriesUnknown => false;
}
