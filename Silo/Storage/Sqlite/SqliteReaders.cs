using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Reads on a few connections of their own, on threads of the pool: the driver blocks, and a grain's scheduler must not.</summary>
internal sealed class SqliteReaders(SqliteDatabase database, StorageCounters counters, ILogger logger) : IAsyncDisposable
{
    private const int Count = 4;

    private readonly SemaphoreSlim _room = new(Count, Count);
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _closed;

    /// <summary>What <paramref name="read"/> finds in one snapshot of the database.</summary>
    /// <param name="operation">What it is for.</param>
    /// <param name="read">Runs the statements and builds the answer.</param>
    /// <param name="cancellation">Ends the wait, not the statement.</param>
    public async Task<T> Read<T>(StorageOperation operation, Func<SqliteSession, T> read, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation).ConfigureAwait(false);
        return await Task.Run(() => ReadAndLeave(operation, read), CancellationToken.None).WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        for (int i = 0; i < Count; i++)
        {
            await _room.WaitAsync().ConfigureAwait(false);
        }

        while (_idle.TryTake(out SqliteSession? session))
        {
            session.Dispose();
        }

        // Whoever waits for room finds the pool closed.
        _room.Release(Count);
    }

    private T ReadAndLeave<T>(StorageOperation operation, Func<SqliteSession, T> read)
    {
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return ReadOnce(operation, read);
        }
        catch (Exception e) when (e is SqliteException or ObjectDisposedException)
        {
            StorageLog.ReadFailed(logger, e, operation, database.File);
            throw database.Unavailable(operation, e);
        }
        finally
        {
            _room.Release();
        }
    }

    private T ReadOnce<T>(StorageOperation operation, Func<SqliteSession, T> read)
    {
        if (!_idle.TryTake(out SqliteSession? session))
        {
            session = database.OpenReader();
        }

        try
        {
            T result = session.Snapshot(read);
            counters.Count(operation, session.Meter.Take());
            _idle.Add(session);
            return result;
        }
        catch
        {
            // A session that failed is not trusted again; the next read opens another.
            session.Dispose();
            throw;
        }
    }
}
