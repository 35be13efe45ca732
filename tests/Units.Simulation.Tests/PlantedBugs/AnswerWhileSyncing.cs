using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>A child that is not in step itself names a version all the same.</summary>
internal sealed class AnswerWhileSyncing : Decisions
{
    public override bool AnswersNudge(bool ready) => true;
}
