using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>Answers to nudges leave unconfirmed.</summary>
internal sealed class NudgesUnconfirmed : Decisions
{
    public override bool ConfirmsNudges => false;
}
