using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>The journal of every unit: the only source of truth. One implementation a database; all pass one conformance suite.</summary>
/// <remarks>Reads throw <see cref="StorageUnavailableException"/> when the database does not answer; <see cref="Append"/> never throws:
/// what is not known to have happened is <see cref="AppendStatus.Unknown"/>. (A batch that breaks the contract is a defect of the caller, and does throw.)</remarks>
internal interface IJournal
{
    /// <summary>True when no other process can write this database: then no activation can be stale, and fencing needs no queries.</summary>
    bool IsAlone { get; }

    /// <summary>Where a unit's journal ends and where the unit hangs.</summary>
    Task<UnitHead> ReadHead(UnitId unit, CancellationToken cancellation);

    /// <summary>Raises the unit's epoch by one and returns it, in one statement.</summary>
    Task<long> TakeEpoch(UnitId unit, CancellationToken cancellation);

    /// <summary>The epochs of interior units; 0 where none was ever taken.</summary>
    Task<ImmutableDictionary<UnitId, long>> ReadEpochs(IReadOnlyCollection<UnitId> units, CancellationToken cancellation);

    /// <summary>What one query says about a unit and its children. Wakes no one.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="held">Up to which sequence the unit holds its own journal and those of its leaf children; 0 where absent.</param>
    /// <param name="cancellation">Ends the wait, not the statement.</param>
    Task<ChildrenReading> ReadChildren(UnitId unit, IReadOnlyDictionary<UnitId, long> held, CancellationToken cancellation);

    /// <summary>Pages of a unit's ledger, and the end of its journal in the same snapshot.</summary>
    Task<PageReading> ReadPages(UnitId unit, IReadOnlyCollection<PageKey> pages, CancellationToken cancellation);

    /// <summary>The receipts of those reports that are in the unit's journal.</summary>
    Task<ImmutableArray<Receipt>> FindReceipts(UnitId unit, IReadOnlyCollection<ReportKey> reports, CancellationToken cancellation);

    /// <summary>The revision of the tree, what is above a would-be parent, and the last month that the unit's own journal is about.</summary>
    Task<TreeReading> ReadTree(UnitId unit, UnitId parent, CancellationToken cancellation);

    /// <summary>The months of a range that are closed for a unit, by itself or by a unit above it in that month, with the revision they hold at.</summary>
    Task<ClosuresReading> ReadClosures(UnitId unit, Month from, Month to, CancellationToken cancellation);

    /// <summary>The steps of a unit's plans and its allotments, and the end of its journal in the same snapshot.</summary>
    Task<PlansReading> ReadPlans(UnitId unit, CancellationToken cancellation);

    /// <summary>A page of a unit's journal, with what each line replaced.</summary>
    Task<JournalPage> ListEntries(UnitId unit, JournalQuery query, CancellationToken cancellation);

    /// <summary>What the rows of journals up to a sequence add up to, all in one snapshot of the database.</summary>
    Task<ImmutableArray<JournalSum>> SumJournal(IReadOnlyCollection<JournalCut> cuts, CancellationToken cancellation);

    /// <summary>Appends a batch: conditional on the sequence before it, the epoch, the closed months, and that none of its reports is known.</summary>
    /// <remarks>Batches of many units share one transaction and one flush; trouble of one leaves the others alone.</remarks>
    Task<AppendOutcome> Append(JournalBatch batch);

    /// <summary>The interior units that never had a parent: where the sweep begins. All others are reached from a parent.</summary>
    Task<ImmutableArray<UnitId>> ReadInteriorRoots(CancellationToken cancellation);

    /// <summary>Answers when the database does.</summary>
    Task Ping(CancellationToken cancellation);
}
