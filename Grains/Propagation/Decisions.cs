using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>
/// The rules on which exactness stands, each as one small decision. The product has one answer to each; tests put a wrong one
/// in its place and see that the simulator notices.
/// </summary>
internal class Decisions
{
    /// <summary>The product's answers.</summary>
    public static readonly Decisions Product = new();

    /// <summary>An interior activation raises the epoch in one statement: read-and-compare cannot tell whose an unknown outcome was.</summary>
    public virtual Effect TakeEpoch() => new Effect.TakeEpoch();

    /// <summary>The epoch comes before anything is read, so that an older activation cannot change what was read.</summary>
    public virtual bool TakesEpochFirst => true;

    /// <summary>An append holds only in the writer's own epoch.</summary>
    public virtual long AppendEpoch(long epoch) => epoch;

    /// <summary>Entries hold only under the closings they were judged by.</summary>
    public virtual long? ClosuresRevision(long? judged) => judged;

    /// <summary>A batch is one fact: a conflict refuses it whole.</summary>
    public virtual Effect Append(JournalBatch batch) => new Effect.Append(batch);

    /// <summary>Nothing is acknowledged before it is in the journal.</summary>
    public virtual bool AcknowledgesBeforeAppend => false;

    /// <summary>What is merely unknown may be durable: the same bytes go again until there is an answer.</summary>
    public virtual bool RetriesUnknown => true;

    /// <summary>A report keeps the identity that its source gave it.</summary>
    public virtual ReportKey IdentityOf(ReportKey key) => key;

    /// <summary>Deltas are worked out when the batch is cut, each report on the result of those before it.</summary>
    public virtual LedgerDraft DraftFor(LedgerDraft batch, UnitLedger committed) => batch;

    /// <summary>Only committed cells are pushed.</summary>
    public virtual IEnumerable<CellValue> AlsoPushed(IReadOnlyList<StagedItem> staged) => [];

    /// <summary>Exact reads and pushes wait until every interior child is in step.</summary>
    public virtual bool IsReady(int outOfStep) => outOfStep == 0;

    /// <summary>Every interior child is asked: its own journal does not tell what is below it.</summary>
    public virtual bool MustNudge(UnitVersion? held) => true;

    /// <summary>A unit that is not in step itself cannot say at which version it stands.</summary>
    public virtual bool AnswersNudge(bool ready) => ready;

    /// <summary>What changed fits only on the version it was computed from.</summary>
    public virtual bool MayMerge(UnitVersion held, UnitVersion sentBase) => held == sentBase;

    /// <summary>An acknowledgement settles the changes up to its version, not those that came while it was under way.</summary>
    public virtual void Settle(Dictionary<CellKey, UnitVersion> unsettled, IReadOnlyCollection<CellKey> sent, UnitVersion acknowledged)
    {
        foreach (CellKey key in sent)
        {
            if (unsettled.TryGetValue(key, out UnitVersion changed) && changed <= acknowledged)
            {
                unsettled.Remove(key);
            }
        }
    }

    /// <summary>Nothing leaves an interior unit before a read of its epoch that began after what leaves was formed.</summary>
    public virtual bool Confirms => true;

    /// <summary>The answer to a nudge is such a thing too.</summary>
    public virtual bool ConfirmsNudges => true;

    /// <summary>A message of an older epoch than the one held ends its sender.</summary>
    public virtual bool Fences => true;

    /// <summary>A leaf that is spoken to as a parent ends, and opens again as an interior unit with an epoch.</summary>
    public virtual bool BecomesInterior => true;

    /// <summary>The sweep goes down to units that are not active: theirs are the wake-ups that were lost.</summary>
    public virtual bool SweepsDown => true;

    /// <summary>A leaf looks where its journal ends, and whether it still is a leaf, before it is read.</summary>
    public virtual bool ChecksHead => true;
}
