namespace Units.Silo.Storage;

/// <summary>One PostgreSQL database, open: journal, registry and kept pages. The snapshots are Orleans' own storage on the same connections.</summary>
internal sealed class PostgresStorage : IStorage
{
    private readonly PostgresWriter _writer;
    private readonly PostgresJournal _journal;
    private readonly ILogger _logger;
    private int _closed;

    /// <summary>Takes the database over, whose schema <see cref="PostgresSchema.RequireCurrent"/> has judged.</summary>
    public PostgresStorage(PostgresDatabase database, ILogger<PostgresStorage> logger)
    {
        Database = database;
        _logger = logger;
        Counters = new StorageCounters();
        NumberedNames units = new("unit_number");
        NumberedNames sources = new("source_number");
        PostgresReaders readers = new(database, Counters, logger);
        _writer = new PostgresWriter(database, units, sources, Counters, logger);
        _journal = new PostgresJournal(database, _writer, readers, units, sources);
        Registry = new PostgresRegistryStore(database, _writer, readers, units);
        Pages = new PostgresKeptPages(database, _writer, readers);
        StorageLog.Opened(logger, database.Name, PostgresSchema.Version);
    }

    /// <summary>The database.</summary>
    public PostgresDatabase Database { get; }

    /// <inheritdoc/>
    public StorageCounters Counters { get; }

    /// <inheritdoc/>
    public Grains.Storage.IKeptPages Pages { get; }

    /// <inheritdoc/>
    public int Queued => _writer.Queued;

    /// <inheritdoc/>
    public Grains.Storage.IJournal Journal => _journal;

    /// <inheritdoc/>
    public Grains.Storage.IRegistryStore Registry { get; }

    /// <inheritdoc/>
    public string Place => $"PostgreSQL {Database.Name}";

    /// <summary>Writes what is queued and gives the connections back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
        {
            return;
        }

        await _writer.DisposeAsync().ConfigureAwait(false);
        await _journal.DisposeAsync().ConfigureAwait(false);
        await Database.DisposeAsync().ConfigureAwait(false);
        StorageLog.Closed(_logger, Database.Name);
    }
}
