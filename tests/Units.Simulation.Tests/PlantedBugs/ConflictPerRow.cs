using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>A conflict is resolved row by row.</summary>
internal sealed class ConflictPerRow : Decisions
{
    public override Effect Append(JournalBatch batch) => new PerRowAppend(batch);
}
