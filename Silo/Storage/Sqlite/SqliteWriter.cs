using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Units.Silo.Storage;

/// <summary>The only writer of a database: one thread, one transaction and one flush for all that has come in meanwhile.</summary>
/// <remarks>Group commit needs no timer: while one transaction is being flushed, the next one gathers in the queue.</remarks>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int QueueCapacity = 8192;

    // Bounds the time of one transaction, and with it how long everybody else waits.
    private const int MaxRowsPerTransaction = 8192;

    private const long MaxLogBytes = 4L * SqliteDatabase.CheckpointPages * 1024;

    private const int CommitsBetweenLooks = 256;

    private readonly SqliteDatabase _database;
    private readonly StorageCounters _counters;
    private readonly ILogger _logger;
    private long _commits;
    private readonly Channel<WriteRequest> _queue = Channel.CreateBounded<WriteRequest>(
        new BoundedChannelOptions(QueueCapacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SqliteSession? _session;

    /// <summary>Starts the thread.</summary>
    public SqliteWriter(SqliteDatabase database, StorageCounters counters, ILogger logger)
    {
        _database = database;
        _counters = counters;
        _logger = logger;
        new Thread(Loop) { IsBackground = true, Name = "Journal writer" }.Start();
    }

    /// <summary>How many requests wait.</summary>
    public int Queued => _queue.Reader.Count;

    /// <summary>Queues a request, waiting for room where there is none, and then for its answer.</summary>
    public async Task<T> Write<T>(WriteRequest<T> request, CancellationToken cancellation)
    {
        try
        {
            await _queue.Writer.WriteAsync(request, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            request.Fail(e);
        }

        return await request.Answer.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes nothing more in, writes what is queued, moves the log into the file and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _ended.Task.ConfigureAwait(false);
    }

    private void Loop()
    {
        List<WriteRequest> drained = [];
        while (Wait())
        {
            Drain(drained);
            Commit(drained);
            drained.Clear();
        }

        Close();
        _ended.SetResult();
    }

    private bool Wait() => _queue.Reader.TryPeek(out _) || _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    private void Drain(List<WriteRequest> into)
    {
        for (int rows = 0; rows < MaxRowsPerTransaction && _queue.Reader.TryRead(out WriteRequest? request); rows += request.Rows)
        {
            into.Add(request);
        }
    }

    private void Commit(List<WriteRequest> requests)
    {
        try
        {
            _session ??= _database.OpenWriter();
            _session.Run("BEGIN IMMEDIATE");
            StorageUse frame = _session.Meter.Take();
            foreach (WriteRequest request in requests)
            {
                request.Apply(_session);
                _counters.Count(request.Operation, _session.Meter.Take());
            }

            _session.Run("COMMIT");
            _counters.Count(StorageOperation.Commit, frame + _session.Meter.Take());
        }
        catch (Exception e) when (e is not SqliteException && requests.Count > 1)
        {
            // Not the database but one of the requests: alone, each meets its own trouble and no one else's.
            StorageLog.TransactionUnknown(_logger, e, requests.Count, _database.File);
            Abandon();
            requests.ForEach(request => Commit([request]));
            return;
        }
        catch (Exception e)
        {
            // Whatever it was, what this transaction did is not known, and the thread must live on: it is the only one.
            StorageLog.TransactionUnknown(_logger, e, requests.Count, _database.File);
            Abandon();
            requests.ForEach(request => request.Fail(e));
            return;
        }

        requests.ForEach(request => request.Complete());
        RestartLogWhenLarge();
    }

    /// <summary>Readers that always overlap keep SQLite from ever beginning its log anew; then it is done between two transactions.</summary>
    private void RestartLogWhenLarge()
    {
        if (++_commits % CommitsBetweenLooks != 0 || new FileInfo(_database.File + "-wal") is not { Exists: true, Length: > MaxLogBytes })
        {
            return;
        }

        try
        {
            _session!.Run("PRAGMA wal_checkpoint(RESTART)");
        }
        catch (Exception e)
        {
            // The log only stays large: nothing that was answered depends on it.
            StorageLog.CheckpointFailed(_logger, e, _database.File);
        }

        _session!.Meter.Take();
    }

    // Closing the connection rolls back what is open on it, whatever state it is in.
    private void Abandon()
    {
        _session?.Dispose();
        _session = null;
    }

    private void Close()
    {
        try
        {
            _session ??= _database.OpenWriter();
            _session.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (Exception e)
        {
            StorageLog.CloseFailed(_logger, e, _database.File);
        }

        Abandon();
    }
}
