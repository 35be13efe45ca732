using System.Globalization;
using Microsoft.Data.Sqlite;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Opens sessions on one database file, and words its failures.</summary>
/// <param name="file">The full path.</param>
internal sealed class SqliteDatabase(string file)
{
    /// <summary>How long a statement waits for somebody else's lock.</summary>
    public const int BusyMilliseconds = 1000;

    // Pages of 4 KB between checkpoints. Reports come for units all over the tree, so a transaction touches several pages a row; one that
    // is touched again before the checkpoint is written back once. At 4,000 units 16,000 took 15 to 25 % more rows than 4,000.
    private const int CheckpointPages = 16000;

    /// <summary>The full path.</summary>
    public string File => file;

    /// <summary>A session that writes. The file is created where it is missing.</summary>
    public SqliteSession OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate,
        "PRAGMA journal_mode = WAL",
        // NORMAL would lose acknowledged commits when the power fails.
        "PRAGMA synchronous = FULL",
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {CheckpointPages}"),
        "PRAGMA cache_size = -65536");

    /// <summary>A session that only reads.</summary>
    public SqliteSession OpenReader() => Open(SqliteOpenMode.ReadWrite, "PRAGMA query_only = 1", "PRAGMA cache_size = -16384");

    /// <summary>The exception that says which file did not answer, why, and what to do.</summary>
    public StorageUnavailableException Unavailable(StorageOperation operation, Exception cause) => new(
        $"The database '{file}' did not answer a {operation} ({cause.Message}). Check that its disk is mounted, has room and may be written, "
        + "and that no other program holds the file locked; then repeat the call.", cause);

    private SqliteSession Open(SqliteOpenMode mode, params ReadOnlySpan<string> settings)
    {
        // Sessions are kept, not pooled: the driver's pool has lent one handle to two owners.
        SqliteConnectionStringBuilder text = new() { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 1 };
        SqliteConnection connection = new(text.ToString());
        try
        {
            connection.Open();
            SqliteSession session = new(connection);
            session.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusyMilliseconds}"));
            foreach (string setting in settings)
            {
                session.Run(setting);
            }

            session.Meter.Take();
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
