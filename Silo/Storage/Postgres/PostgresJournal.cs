using System.Collections.Immutable;
using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>The journal in a PostgreSQL database that many silos may share.</summary>
internal sealed class PostgresJournal : IJournal, IAsyncDisposable
{
    private const string TakeEpochSql =
        "INSERT INTO unit_epoch AS e (unit, epoch) VALUES ($1, 1) ON CONFLICT (unit) DO UPDATE SET epoch = e.epoch + 1 RETURNING epoch";

    // A transaction that gets a number of its own: a server that only takes reads refuses it.
    private const string PingSql = "SELECT pg_current_xact_id()::text";

    private const int MostHeads = 512;
    private const int MostPages = 256;

    private readonly PostgresDatabase _database;
    private readonly PostgresWriter _writer;
    private readonly PostgresReaders _readers;
    private readonly NumberedNames _units;
    private readonly NumberedNames _sources;
    private readonly Gathering<UnitId, UnitHead> _heads;
    private readonly Gathering<UnitId, long> _epochs;
    private readonly Gathering<(UnitId Unit, IReadOnlyCollection<PageKey> Pages), PageReading> _pages;
    private readonly Gathering<(UnitId Unit, Month From, Month To), ClosuresReading> _closures;

    /// <summary>Starts to answer.</summary>
    public PostgresJournal(PostgresDatabase database, PostgresWriter writer, PostgresReaders readers, NumberedNames units, NumberedNames sources)
    {
        _database = database;
        _writer = writer;
        _readers = readers;
        _units = units;
        _sources = sources;
        _heads = new(1, MostHeads, asked => Read(StorageOperation.Head, c => PostgresHeads.Run(c, units, asked), default));
        _epochs = new(1, MostHeads, asked => Read(StorageOperation.Epochs, c => PostgresHeads.Epochs(c, units, asked), default));
        _pages = new(2, MostPages, asked => Read(StorageOperation.Pages, c => PostgresPages.Run(c, units, asked), default));
        _closures = new(1, MostHeads, asked => Read(StorageOperation.Closures, c => PostgresClosures.Run(c, units, asked), default));
    }

    /// <inheritdoc/>
    /// <remarks>Anybody with the connection string may start another silo.</remarks>
    public bool IsAlone => false;

    /// <inheritdoc/>
    public Task<UnitHead> ReadHead(UnitId unit, CancellationToken cancellation) => Ask(_heads, unit, StorageOperation.Head, cancellation);

    /// <inheritdoc/>
    public Task<long> TakeEpoch(UnitId unit, CancellationToken cancellation) => _writer.Change(
        new ChangeRequest<long>(StorageOperation.TakeEpoch, isAlone: true, [unit.Text], [],
            async connection =>
            {
                List<long> epoch = await PostgresReaders.Rows(connection, TakeEpochSql, r => r.GetInt64(0), _units[unit.Text]).ConfigureAwait(false);
                await PostgresAppends.Do(connection, "UPDATE ledger SET epochs = epochs + 1").ConfigureAwait(false);
                return epoch.Single();
            },
            cause => throw _database.Unavailable(StorageOperation.TakeEpoch, cause)),
        cancellation);

    /// <inheritdoc/>
    public async Task<ImmutableDictionary<UnitId, long>> ReadEpochs(IReadOnlyCollection<UnitId> units, CancellationToken cancellation)
    {
        UnitId[] distinct = [.. units.Distinct()];
        long[] epochs = await Task.WhenAll(distinct.Select(unit => Ask(_epochs, unit, StorageOperation.Epochs, cancellation))).ConfigureAwait(false);
        return distinct.Zip(epochs).ToImmutableDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <inheritdoc/>
    public Task<ChildrenReading> ReadChildren(UnitId unit, IReadOnlyDictionary<UnitId, long> held, CancellationToken cancellation) =>
        Read(StorageOperation.Children, c => PostgresChildren.Run(c, _units, unit, held), cancellation);

    /// <inheritdoc/>
    public Task<PageReading> ReadPages(UnitId unit, IReadOnlyCollection<PageKey> pages, CancellationToken cancellation) =>
        Ask(_pages, (unit, pages), StorageOperation.Pages, cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<Receipt>> FindReceipts(UnitId unit, IReadOnlyCollection<ReportKey> reports, CancellationToken cancellation) =>
        Read(StorageOperation.Receipts, c => PostgresReceipts.Run(c, _units, unit, reports), cancellation);

    /// <inheritdoc/>
    public Task<TreeReading> ReadTree(UnitId unit, UnitId parent, CancellationToken cancellation) =>
        Read(StorageOperation.Tree, c => PostgresTree.Run(c, _units, unit, parent), cancellation);

    /// <inheritdoc/>
    public Task<ClosuresReading> ReadClosures(UnitId unit, Month from, Month to, CancellationToken cancellation) =>
        Ask(_closures, (unit, from, to), StorageOperation.Closures, cancellation);

    /// <inheritdoc/>
    public Task<PlansReading> ReadPlans(UnitId unit, CancellationToken cancellation) =>
        Read(StorageOperation.Plans, c => PostgresPlans.Run(c, _units, unit), cancellation);

    /// <inheritdoc/>
    public Task<JournalPage> ListEntries(UnitId unit, JournalQuery query, CancellationToken cancellation) =>
        Read(StorageOperation.Entries, c => PostgresEntries.Run(c, _units, _sources, unit, query), cancellation);

    /// <inheritdoc/>
    public Task<ImmutableArray<JournalSum>> SumJournal(IReadOnlyCollection<JournalCut> cuts, CancellationToken cancellation) =>
        Read(StorageOperation.Sums, c => PostgresSums.Run(c, _units, cuts), cancellation);

    /// <inheritdoc/>
    public Task<AppendOutcome> Append(JournalBatch batch)
    {
        int rows = JournalBatches.Require(batch);
        return batch.Edge is null && batch.Closure is null ? _writer.Append(batch, rows) : AppendAlone(batch);
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<UnitId>> ReadInteriorRoots(CancellationToken cancellation) => Read(StorageOperation.Roots, PostgresTree.Roots, cancellation);

    /// <inheritdoc/>
    /// <remarks>It goes the way of an append: a database that can only be read does not answer.</remarks>
    public Task Ping(CancellationToken cancellation) => _writer.Change(
        new ChangeRequest<int>(StorageOperation.Ping, isAlone: false, [], [],
            connection => PostgresAppends.Do(connection, PingSql),
            cause => throw _database.Unavailable(StorageOperation.Ping, cause)),
        cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _heads.DisposeAsync().ConfigureAwait(false);
        await _epochs.DisposeAsync().ConfigureAwait(false);
        await _pages.DisposeAsync().ConfigureAwait(false);
        await _closures.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>A move or a change of closed months: with its rows and what it changes beside them in one transaction.</summary>
    private Task<AppendOutcome> AppendAlone(JournalBatch batch)
    {
        string[] units = [batch.Unit.Text, .. batch.Edge is { } edge ? (string[])[edge.Edge.Parent.Text] : []];
        string[] sources = [.. batch.Reports.SelectMany(r => r.Rows.Select(row => row.Source.Text).Prepend(r.Key.Source.Text))];
        return _writer.Change(
            new ChangeRequest<AppendOutcome>(StorageOperation.Append, isAlone: true, units, sources, c => ApplyAlone(c, batch), _ => AppendOutcome.Unknown),
            CancellationToken.None);
    }

    private async Task<AppendOutcome> ApplyAlone(NpgsqlConnection connection, JournalBatch batch)
    {
        AppendVerdict verdict = await _writer.Appends.Judge(connection, batch).ConfigureAwait(false);
        if (verdict.Refusal is { } refusal)
        {
            return refusal;
        }

        await using NpgsqlBatch changes = new(connection);
        if (batch.Edge is { } edge)
        {
            PostgresEdges.Write(changes, verdict.Unit, edge.Edge.From, _units[edge.Edge.Parent.Text]);
        }

        if (batch.Closure is { } closure)
        {
            changes.BatchCommands.Add(PostgresEdges.Close(verdict.Unit, closure.Range, closure.Closes, batch.After + 1));
        }

        changes.BatchCommands.Add(PostgresReaders.Statement("UPDATE ledger SET closures = closures + 1"));
        await changes.ExecuteNonQueryAsync().ConfigureAwait(false);
        await _writer.Appends.Copy(connection, [verdict]).ConfigureAwait(false);
        return AppendOutcome.Committed;
    }

    private async Task<TAnswer> Ask<TQuestion, TAnswer>(
        Gathering<TQuestion, TAnswer> gathering, TQuestion question, StorageOperation operation, CancellationToken cancellation)
    {
        try
        {
            return await gathering.Ask(question, cancellation).ConfigureAwait(false);
        }
        catch (System.Threading.Channels.ChannelClosedException e)
        {
            throw _database.Unavailable(operation, e);
        }
    }

    private Task<T> Read<T>(StorageOperation operation, Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellation) =>
        _readers.Read(operation, read, cancellation);
}
