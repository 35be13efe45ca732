using System.Threading.Channels;
using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>All writing of one silo: appends of many units in one transaction and flush, and beside them the changes that need more care.</summary>
/// <remarks>Group commit needs no timer: while transactions are being flushed, the next one gathers in the queue.</remarks>
internal sealed class PostgresWriter : IAsyncDisposable
{
    // While one transaction waits for the disk, another is filled.
    private const int Lanes = 2;

    private const int QueueCapacity = 8192;

    // Bounds the time of one transaction, and with it how long everybody else waits.
    private const int MaxRowsPerTransaction = 8192;

    private const int MaxChangesPerTransaction = 256;

    private readonly PostgresDatabase _database;
    private readonly NumberedNames _units;
    private readonly NumberedNames _sources;
    private readonly WriterMemory _memory = new();
    private readonly PostgresAppends _appends;
    private readonly StorageCounters _counters;
    private readonly ILogger _logger;
    private readonly Channel<(JournalBatch Batch, int Rows, TaskCompletionSource<AppendOutcome> Answer)> _batches =
        Channel.CreateBounded<(JournalBatch, int, TaskCompletionSource<AppendOutcome>)>(QueueCapacity);
    private readonly Channel<ChangeRequest> _changes = Channel.CreateBounded<ChangeRequest>(QueueCapacity);
    private readonly Task _lanes;

    /// <summary>Starts its lanes.</summary>
    public PostgresWriter(PostgresDatabase database, NumberedNames units, NumberedNames sources, StorageCounters counters, ILogger logger)
    {
        _database = database;
        _units = units;
        _sources = sources;
        _appends = new PostgresAppends(units, sources, _memory);
        _counters = counters;
        _logger = logger;
        _lanes = Task.WhenAll([.. Enumerable.Range(0, Lanes).Select(_ => Task.Run(AppendLane)), Task.Run(ChangeLane)]);
    }

    /// <summary>How many batches and changes wait.</summary>
    public int Queued => _batches.Reader.Count + _changes.Reader.Count;

    /// <summary>How batches are judged and copied in.</summary>
    public PostgresAppends Appends => _appends;

    /// <summary>Appends a batch that only has rows.</summary>
    public Task<AppendOutcome> Append(JournalBatch batch, int rows)
    {
        TaskCompletionSource<AppendOutcome> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _batches.Writer.TryWrite((batch, rows, answer)) ? answer.Task : AppendWhenThereIsRoom(batch, rows, answer);
    }

    private async Task<AppendOutcome> AppendWhenThereIsRoom(JournalBatch batch, int rows, TaskCompletionSource<AppendOutcome> answer)
    {
        try
        {
            await _batches.Writer.WriteAsync((batch, rows, answer)).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            return AppendOutcome.Unknown;
        }

        return await answer.Task.ConfigureAwait(false);
    }

    /// <summary>Queues a change, waiting for room where there is none, and then for its answer.</summary>
    public async Task<T> Change<T>(ChangeRequest<T> request, CancellationToken cancellation)
    {
        try
        {
            await _changes.Writer.WriteAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            request.Fail(e);
        }

        return await request.Answer.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes nothing more in and writes what is queued.</summary>
    public async ValueTask DisposeAsync()
    {
        _batches.Writer.TryComplete();
        _changes.Writer.TryComplete();
        await _lanes.ConfigureAwait(false);
    }

    private async Task AppendLane()
    {
        List<(JournalBatch Batch, int Rows, TaskCompletionSource<AppendOutcome> Answer)> drained = [];
        while (await _batches.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            for (int rows = 0; rows < MaxRowsPerTransaction && _batches.Reader.TryRead(out var next); rows += next.Rows)
            {
                drained.Add(next);
            }

            AppendOutcome[] outcomes = await Flush([.. drained.Select(d => d.Batch)]).ConfigureAwait(false);
            for (int i = 0; i < drained.Count; i++)
            {
                drained[i].Answer.TrySetResult(outcomes[i]);
            }

            drained.Clear();
        }
    }

    /// <summary>First in trust, then carefully, and at last each alone, so that trouble of one is its own.</summary>
    private async Task<AppendOutcome[]> Flush(JournalBatch[] batches)
    {
        if (batches.Length == 0)
        {
            return [];
        }

        if (Distinct(batches) && (await TryAppend(batches, careful: false).ConfigureAwait(false)
            ?? await TryAppend(batches, careful: true).ConfigureAwait(false)) is { } together)
        {
            return together;
        }

        List<AppendOutcome> alone = [];
        foreach (JournalBatch batch in batches)
        {
            alone.AddRange(await TryAppend([batch], careful: true).ConfigureAwait(false)
                ?? await TryAppend([batch], careful: true).ConfigureAwait(false) ?? [AppendOutcome.Unknown]);
        }

        return [.. alone];
    }

    // A unit has one append under way, but one whose answer was lost may come again while its first attempt still waits.
    private static bool Distinct(JournalBatch[] batches) => batches.Length == 1 || batches.DistinctBy(b => b.Unit).Count() == batches.Length;

    /// <summary>The outcomes, or null where a key was taken and nothing was written.</summary>
    private async Task<AppendOutcome[]?> TryAppend(JournalBatch[] batches, bool careful)
    {
        try
        {
            NpgsqlConnection connection = await _database.Source.OpenConnectionAsync().ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                AppendOutcome[] outcomes = await _appends.Run(connection, batches, careful).ConfigureAwait(false);
                _counters.Count(StorageOperation.Commit, default);
                Array.ForEach(batches, _ => _counters.Count(StorageOperation.Append, default));
                return outcomes;
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return null;
        }
        catch (Exception e)
        {
            // Whatever it was, what this transaction did is not known, and the lane must live on.
            StorageLog.TransactionUnknown(_logger, e, batches.Length, _database.Name);
            _memory.Forget();
            if (e is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
            {
                await EndAbandoned().ConfigureAwait(false);
            }

            return [.. batches.Select(_ => AppendOutcome.Unknown)];
        }
    }

    private async Task EndAbandoned()
    {
        try
        {
            NpgsqlConnection connection = await _database.Source.OpenConnectionAsync().ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await PostgresAppends.Do(connection, PostgresLocks.EndAbandoned).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (PostgresDatabase.IsAway(e))
        {
            StorageLog.TransactionUnknown(_logger, e, 0, _database.Name);
        }
    }

    private async Task ChangeLane()
    {
        List<ChangeRequest> drained = [];
        while (await _changes.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (drained.Count < MaxChangesPerTransaction && _changes.Reader.TryRead(out ChangeRequest? next))
            {
                drained.Add(next);
            }

            await Apply(drained).ConfigureAwait(false);
            drained.Clear();
        }
    }

    private async Task Apply(List<ChangeRequest> requests)
    {
        try
        {
            await ApplyTogether(requests).ConfigureAwait(false);
        }
        catch (PostgresException e) when (requests.Count > 1 && !e.IsTransient)
        {
            // Not the database but one of the requests: alone, each meets its own trouble and no one else's.
            StorageLog.TransactionUnknown(_logger, e, requests.Count, _database.Name);
            foreach (ChangeRequest request in requests)
            {
                await Apply([request]).ConfigureAwait(false);
            }

            return;
        }
        catch (Exception e)
        {
            StorageLog.TransactionUnknown(_logger, e, requests.Count, _database.Name);
            _memory.Forget();
            requests.ForEach(request => request.Fail(e));
            return;
        }

        requests.ForEach(request => request.Complete());
    }

    private async Task ApplyTogether(List<ChangeRequest> requests)
    {
        NpgsqlConnection connection = await _database.Source.OpenConnectionAsync().ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await _units.Ensure(connection, requests.SelectMany(r => r.Units)).ConfigureAwait(false);
            await _sources.Ensure(connection, requests.SelectMany(r => r.Sources)).ConfigureAwait(false);
            if (requests.Exists(r => r.IsAlone))
            {
                await PostgresAppends.Do(connection, PostgresLocks.EndAbandoned).ConfigureAwait(false);
            }

            await PostgresAppends.Do(connection, "BEGIN").ConfigureAwait(false);
            await PostgresAppends.Do(connection, requests.Exists(r => r.IsAlone) ? PostgresLocks.Alone : PostgresLocks.Shared).ConfigureAwait(false);
            foreach (ChangeRequest request in requests)
            {
                await request.Apply(connection).ConfigureAwait(false);
                _counters.Count(request.Operation, default);
            }

            await PostgresAppends.Do(connection, "COMMIT").ConfigureAwait(false);
            _counters.Count(StorageOperation.Commit, default);
        }
    }
}
