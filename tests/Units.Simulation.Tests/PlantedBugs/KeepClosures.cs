using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>An append does not ask whether months were closed since it was judged.</summary>
internal sealed class KeepClosures : Decisions
{
    public override long? ClosuresRevision(long? judged) => null;
}
