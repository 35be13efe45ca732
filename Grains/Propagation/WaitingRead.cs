using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>Someone who waits for exact totals: at once, or newer than those that are known.</summary>
internal sealed class WaitingRead(WatchQuery query, IReply<WatchReading> reply)
{
    /// <summary>What is asked.</summary>
    public WatchQuery Query => query;

    /// <summary>Where the answer goes.</summary>
    public IReply<WatchReading> Reply => reply;

    /// <summary>True once it has waited long enough: then that there is nothing newer is an answer too.</summary>
    public bool HasWaited { get; set; }

    /// <summary>True where it asks for targets, whose words only the ledger has.</summary>
    public bool AsksForTargets => query.Parts.Any(static part => !part.Targets.IsEmpty);

    /// <summary>The pages that a leaf looks into, as far as its ledger tells: which months belong to a target is known once the targets are loaded.</summary>
    public IEnumerable<PageKey> Pages(UnitLedger ledger) => query.Parts.SelectMany(part => PagesNeeded.Of(part, ledger));
}
