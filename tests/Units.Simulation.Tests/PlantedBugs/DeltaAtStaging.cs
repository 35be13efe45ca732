using Units.Grains.Ledger;
using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>Deltas are worked out on what is committed, not on the reports before in the batch.</summary>
internal sealed class DeltaAtStaging : Decisions
{
    public override LedgerDraft DraftFor(LedgerDraft batch, UnitLedger committed)
    {
        ArgumentNullException.ThrowIfNull(committed);
        return committed.Draft();
    }
}
