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

    // Pages between checkpoints, 64 MB: a page that is touched again before the checkpoint is written back once.
    /// <summary>Pages of the log after which SQLite moves it into the file, as far as readers let it.</summary>
    public const int CheckpointPages = 64000;

    /// <summary>The full path.</summary>
    public string File => file;

    /// <summary>A session that writes. The file is created where it is missing.</summary>
    public SqliteSession OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate,
        // A row goes to a page of the table and of each index, and reports come for units all over the tree: with small pages less is
        // written for it. 1,024 took 15 to 25 % more reports than 4,096 over 1,000 units.
        "PRAGMA page_size = 1024",
        "PRAGMA journal_mode = WAL",
        // NORMAL would lose acknowledged commits when the power fails.
        "PRAGMA synchronous = FULL",
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {CheckpointPages}"),
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA journal_size_limit = {CheckpointPages * 1024L}"),
        "PRAGMA cache_size = -65536");

    /// <summary>A session that only reads.</summary>
    public SqliteSession OpenReader() => Open(SqliteOpenMode.ReadWrite, "PRAGMA query_only = 1", "PRAGMA cache_size = -16384");

    /// <summary>The exception that says which file did not answer, why, and what to do.</summary>
    public StorageUnavailableException Unavailable(StorageOperation operation, Exception cause) => new(
        $"The database '{file}' did not answer a {operation} ({StorageUnavailableException.Why(cause)}). Check that its disk is mounted, has room and may be written, "
        + "and that no other program holds the file locked; then repeat the call.");

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
