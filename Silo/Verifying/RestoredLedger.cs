using System.Data.Common;
using System.Runtime.CompilerServices;
using Orleans.Serialization;
using Units.Grains.Storage;
using Units.Silo.Storage;

namespace Units.Silo.Verifying;

/// <summary>A database as it lies there, read in one snapshot by plain SQL, one unit at a time.</summary>
/// <remarks>Used by one caller at a time: it has one connection.</remarks>
internal sealed class RestoredLedger : IAsyncDisposable
{
    /// <summary>The name under which SQLite's snapshot file is attached.</summary>
    public const string SnapshotsName = "snapshots";

    /// <summary>What the name of a held record begins with; the id of the child follows.</summary>
    public const string RecordPrefix = AdoNetSnapshots.RecordPrefix;

    private readonly DbConnection _connection;
    private readonly LedgerDialect _dialect;
    private readonly bool _hasSnapshots;
    private readonly ServiceProvider _serialization = new ServiceCollection().AddSerializer().BuildServiceProvider();
    private readonly IAsyncDisposable _held;

    /// <summary>Takes over a connection that is within a snapshot.</summary>
    /// <param name="place">Where it is, for a person.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="dialect">Its SQL.</param>
    /// <param name="hasSnapshots">Whether there is a table of snapshots.</param>
    /// <param name="held">What is given back at the end, after the connection.</param>
    public RestoredLedger(string place, DbConnection connection, LedgerDialect dialect, bool hasSnapshots, IAsyncDisposable held)
    {
        Place = place;
        _connection = connection;
        _dialect = dialect;
        _hasSnapshots = hasSnapshots;
        _held = held;
    }

    /// <summary>Where it is, for a person.</summary>
    public string Place { get; }

    /// <summary>What the database itself finds wrong with its file; empty where it cannot look.</summary>
    public async Task<List<string>> Damage() => _dialect == LedgerDialect.Sqlite
        ? [.. (await Query("PRAGMA main.integrity_check(20)", r => r.GetString(0))).Where(line => line != "ok")]
        : [];

    /// <summary>The ids of all units.</summary>
    public Task<List<UnitId>> Units() => Query(_dialect.Units, r => new UnitId(r.GetString(0)));

    /// <summary>Every edge.</summary>
    public Task<List<(UnitId Unit, UnitEdge Edge)>> Edges() => Query(_dialect.Edges,
        r => (new UnitId(r.GetString(0)), new UnitEdge(Month.FromNumber(r.Int(1)), new UnitId(r.GetString(2)))));

    /// <summary>The measures and indicators.</summary>
    public async Task<LedgerNames> Names() => new(
        await Query("SELECT id, CAST(number AS bigint), json FROM measure", r => RegistryJson.ReadMeasure(r.GetString(0), r.Int(1), r.GetString(2))),
        await Query("SELECT id, CAST(number AS bigint), json FROM indicator", r => RegistryJson.ReadIndicator(r.GetString(0), r.Int(1), r.GetString(2))));

    /// <summary>Units that have rows and do not exist.</summary>
    public Task<List<string>> StrayUnits() => Query(_dialect.StrayUnits, r => r.GetString(0));

    /// <summary>Report ids that stand more than once in a journal.</summary>
    public Task<List<(string Unit, string Source, string Report, long Times)>> Doubled() =>
        Query(_dialect.Doubled, r => (r.GetString(0), r.TextOr(1), r.GetString(2), r.GetInt64(3)));

    /// <summary>The epochs of interior units.</summary>
    public async Task<Dictionary<UnitId, long>> Epochs() =>
        (await Query(_dialect.Epochs, r => (new UnitId(r.GetString(0)), r.GetInt64(1)))).ToDictionary(e => e.Item1, e => e.Item2);

    /// <summary>The months that are closed at a unit, each with the sequence that closed it.</summary>
    public async Task<Dictionary<int, long>> Closures(UnitId unit) =>
        (await Query(_dialect.Closures, r => (r.Int(0), r.GetInt64(1)), ("unit", unit.Text))).ToDictionary(c => c.Item1, c => c.Item2);

    /// <summary>The journal of a unit, report by report.</summary>
    public async IAsyncEnumerable<StoredReport> Journal(UnitId unit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using DbCommand command = Command(_dialect.Journal, ("unit", unit.Text));
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellation);
        StoredReport? report = null;
        while (await reader.ReadAsync(cancellation))
        {
            if (report is not null && report.Sequence != reader.GetInt64(0))
            {
                yield return report;
                report = null;
            }

            report ??= new StoredReport(reader.GetInt64(0), reader.TextOr(LedgerRows.Reporter), reader.TextOr(LedgerRows.Report), new List<JournalRow>());
            ((List<JournalRow>)report.Rows).Add(LedgerRows.Read(reader));
        }

        if (report is not null)
        {
            yield return report;
        }
    }

    /// <summary>What plain SQL finds for the total of a unit: its cells, those of all below it included, and its own targets.</summary>
    public Task<Dictionary<CellKey, Amount>> SumBelow(UnitId unit) => Sum(_dialect.SumBelow, ("unit", unit.Text));

    /// <summary>What plain SQL finds for the rows of a unit up to a sequence.</summary>
    public Task<Dictionary<CellKey, Amount>> SumUpTo(UnitId unit, long sequence) => Sum(_dialect.SumUpTo, ("unit", unit.Text), ("upTo", sequence));

    /// <summary>Where the held records are, in the order of those who hold them.</summary>
    public async Task<List<StoredSnapshot>> Snapshots() => _hasSnapshots
        ? await Query(_dialect.SnapshotPlaces, r => new StoredSnapshot(
            UnitKey.Parse(r.GetString(2)), new UnitId(r.GetString(3)[RecordPrefix.Length..]), r.GetInt64(0), r.GetInt64(1)))
        : [];

    /// <summary>A held record; null where this build cannot read it, and then counts it as absent.</summary>
    public async Task<HeldRecord?> Read(StoredSnapshot place)
    {
        List<byte[]> payload = await Query(_dialect.Snapshot, r => (byte[])r.GetValue(0),
            ("keyHash", place.KeyHash), ("nameHash", place.NameHash), ("key", UnitKey.Of(place.Parent)), ("name", RecordPrefix + place.Child));
        return payload is [{ } bytes] ? AdoNetSnapshots.Decode(_serialization.GetRequiredService<Serializer>(), bytes) : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _serialization.DisposeAsync();
        await _connection.DisposeAsync();
        await _held.DisposeAsync();
    }

    private async Task<Dictionary<CellKey, Amount>> Sum(string sql, params (string Name, object Value)[] parameters)
    {
        Dictionary<CellKey, Amount> cells = [];
        foreach (CellValue cell in (await Query(sql, LedgerRows.ReadSums, parameters)).SelectMany(c => c))
        {
            cells[cell.Key] = cell.Amount;
        }

        return cells;
    }

    private async Task<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params (string Name, object Value)[] parameters)
    {
        await using DbCommand command = Command(sql, parameters);
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private DbCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        DbCommand command = _connection.CreateCommand();
        command.CommandText = sql;

        // Nobody waits for an answer within seconds here, and a sum over a country takes what it takes.
        command.CommandTimeout = 0;
        foreach ((string name, object value) in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
