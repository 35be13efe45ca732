using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>The journal in one SQLite file: a single writer with group commit across units, and a few readers.</summary>
internal sealed class SqliteJournal(SqliteDatabase database, SqliteWriter writer, SqliteReaders readers, StorageCounters counters) : IJournal
{
    private const string TakeEpochSql =
        "INSERT INTO unit_epoch (unit, epoch) VALUES (?1, 1) ON CONFLICT DO UPDATE SET epoch = epoch + 1 RETURNING epoch";

    /// <summary>What was asked of the database so far.</summary>
    public StorageCounters Counters => counters;

    /// <inheritdoc/>
    /// <remarks>The data directory is locked for as long as it is open.</remarks>
    public bool IsAlone => true;

    /// <inheritdoc/>
    public Task<UnitHead> ReadHead(UnitId unit, CancellationToken cancellation) =>
        readers.Read(StorageOperation.Head, session => HeadQuery.Run(session, unit), cancellation);

    /// <inheritdoc/>
    public Task<long> TakeEpoch(UnitId unit, CancellationToken cancellation) => writer.Write(
        new WriteRequest<long>(StorageOperation.TakeEpoch, 1,
            session =>
            {
                SqliteStatement take = session.Prepare(TakeEpochSql).Bind(1, unit.Text);
                take.Step();
                long epoch = take.Long(0);
                take.Run();
                return epoch;
            },
            cause => throw database.Unavailable(StorageOperation.TakeEpoch, cause)),
        cancellation);

    /// <inheritdoc/>
    public Task<ImmutableDictionary<UnitId, long>> ReadEpochs(IReadOnlyCollection<UnitId> units, CancellationToken cancellation) =>
        readers.Read(StorageOperation.Epochs, session => TreeQuery.Epochs(session, units), cancellation);

    /// <inheritdoc/>
    public Task<ChildrenReading> ReadChildren(UnitId unit, IReadOnlyDictionary<UnitId, long> held, CancellationToken cancellation) =>
        readers.Read(StorageOperation.Children, session => ChildrenQuery.Run(session, unit, held), cancellation);

    /// <inheritdoc/>
    public Task<PageReading> ReadPages(UnitId unit, IReadOnlyCollection<PageKey> pages, CancellationToken cancellation) =>
        readers.Read(StorageOperation.Pages, session => PagesQuery.Run(session, unit, pages), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<Receipt>> FindReceipts(UnitId unit, IReadOnlyCollection<ReportKey> reports, CancellationToken cancellation) =>
        readers.Read(StorageOperation.Receipts, session => ReceiptsQuery.Run(session, unit, reports), cancellation);

    /// <inheritdoc/>
    public Task<TreeReading> ReadTree(UnitId unit, UnitId parent, CancellationToken cancellation) =>
        readers.Read(StorageOperation.Tree, session => TreeQuery.Run(session, unit, parent), cancellation);

    /// <inheritdoc/>
    public Task<ClosuresReading> ReadClosures(UnitId unit, Month from, Month to, CancellationToken cancellation) =>
        readers.Read(StorageOperation.Closures, session => ClosuresQuery.Run(session, unit, from, to), cancellation);

    /// <inheritdoc/>
    public Task<PlansReading> ReadPlans(UnitId unit, CancellationToken cancellation) =>
        readers.Read(StorageOperation.Plans, session => PlansQuery.Run(session, unit), cancellation);

    /// <inheritdoc/>
    public Task<JournalPage> ListEntries(UnitId unit, JournalQuery query, CancellationToken cancellation) =>
        readers.Read(StorageOperation.Entries, session => EntriesQuery.Run(session, unit, query), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<JournalSum>> SumJournal(IReadOnlyCollection<JournalCut> cuts, CancellationToken cancellation) =>
        readers.Read(StorageOperation.Sums, session => SumsQuery.Run(session, cuts), cancellation);

    /// <inheritdoc/>
    public Task<AppendOutcome> Append(JournalBatch batch)
    {
        int rows = JournalBatches.Require(batch);
        return writer.Write(
            new WriteRequest<AppendOutcome>(StorageOperation.Append, rows,
                session => AppendCommand.Run(session, batch), _ => AppendOutcome.Unknown),
            CancellationToken.None);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<UnitId>> ReadInteriorRoots(CancellationToken cancellation) =>
        readers.Read(StorageOperation.Roots, TreeQuery.Roots, cancellation);

    /// <inheritdoc/>
    /// <remarks>It goes the way of an append: a database that can only be read does not answer.</remarks>
    public Task Ping(CancellationToken cancellation) => writer.Write(
        new WriteRequest<bool>(StorageOperation.Ping, 0,
            session =>
            {
                session.Run("SELECT revision FROM tree");
                return true;
            },
            cause => throw database.Unavailable(StorageOperation.Ping, cause)),
        cancellation);
}
