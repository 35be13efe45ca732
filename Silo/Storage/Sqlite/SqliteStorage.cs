using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>All that lies in one data directory, open: journal, registry, kept pages, and the file for snapshots.</summary>
internal sealed class SqliteStorage : IStorage
{
    private readonly DataDirectory _directory;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly ILogger _logger;
    private int _closed;

    private SqliteStorage(DataDirectory directory, ILogger logger)
    {
        _directory = directory;
        _logger = logger;
        bool isNew = !File.Exists(directory.JournalFile);
        SqliteDatabase database = new(directory.JournalFile);
        using (SqliteSession session = database.OpenWriter())
        {
            SqliteSchema.Journal.Apply(session, database.File);
        }

        if (isNew)
        {
            // Records of an earlier journal would be taken for this one's.
            SnapshotFile.Delete(directory.SnapshotsFile);
        }

        SnapshotFile.Prepare(directory.SnapshotsFile, logger);
        StorageCounters counters = new();
        _writer = new SqliteWriter(database, counters, logger);
        _readers = new SqliteReaders(database, counters, logger);
        Journal = new SqliteJournal(database, _writer, _readers, counters);
        Registry = new SqliteRegistryStore(database, _writer, _readers);
        Pages = new SqliteKeptPages(database, _writer, _readers);
        StorageLog.Opened(logger, database.File, SqliteSchema.Journal.Version);
    }

    /// <summary>The journal.</summary>
    public SqliteJournal Journal { get; }

    /// <summary>Units, measures and indicators.</summary>
    public SqliteRegistryStore Registry { get; }

    /// <inheritdoc/>
    public IKeptPages Pages { get; }

    /// <inheritdoc/>
    public StorageCounters Counters => Journal.Counters;

    /// <inheritdoc/>
    public int Queued => _writer.Queued;

    /// <inheritdoc/>
    public string Place => _directory.Path;

    /// <inheritdoc/>
    IJournal IStorage.Journal => Journal;

    /// <inheritdoc/>
    IRegistryStore IStorage.Registry => Registry;

    /// <summary>Takes the directory, creates or brings up the schema, and starts the writer.</summary>
    /// <exception cref="InvalidOperationException">The directory is in use, or its schema is newer than this build.</exception>
    public static SqliteStorage Open(string directory, ILogger logger)
    {
        DataDirectory held = DataDirectory.Open(directory);
        try
        {
            return new SqliteStorage(held, logger);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Writes what is queued, ends the readers, moves the log into the file, and gives the directory back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        // Readers first: a checkpoint empties the log only when nobody reads from it.
        await _readers.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
        SnapshotFile.Close(_directory.SnapshotsFile);
        _directory.Dispose();
        StorageLog.Closed(_logger, _directory.JournalFile);
    }
}
