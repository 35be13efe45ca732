using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Units.LoadTest.Checking.Journals;

/// <summary>Plain SQL over a journal; nothing of the product takes part.</summary>
internal sealed class JournalDatabase : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly JournalDialect _dialect;

    private JournalDatabase(DbConnection connection, JournalDialect dialect)
    {
        _connection = connection;
        _dialect = dialect;
    }

    /// <summary>Opens the journal in a SQLite file, or, where the text is a connection string, in PostgreSQL.</summary>
    public static async Task<JournalDatabase> Open(string text)
    {
        bool isServer = text.Contains('=', StringComparison.Ordinal);
        if (!isServer && !File.Exists(text))
        {
            throw new ArgumentException($"There is no journal at '{text}': say the path of units.db, or a connection string of PostgreSQL.", nameof(text));
        }

        JournalDatabase opened = isServer
            ? new(new NpgsqlConnection(text), PostgresDialect.Value)
            : new(new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = text, Pooling = false }.ToString()), SqliteDialect.Value);
        await opened._connection.OpenAsync();
        return opened;
    }

    /// <summary>What the rows add up to, of all cells of a run's measures.</summary>
    public Task<List<RowSum>> Sums(string run) => Query(
        _dialect.Sums,
        row => new RowSum(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt64(3), row.GetInt64(4)),
        ("@measures", $"lt-{run}-%"));

    /// <summary>The reports of a run.</summary>
    public Task<List<RowReport>> Reports(string run) => Query(
        _dialect.Reports, row => new RowReport(row.GetString(0), row.GetString(1), row.GetInt64(2)), ("@reports", $"{run}-%"));

    /// <summary>The units whose sequences are not 1, 2, … without a gap, in words.</summary>
    public Task<List<string>> Gaps() => Query(
        _dialect.Gaps,
        row => string.Create(CultureInfo.InvariantCulture,
            $"{row.GetString(0)}: its journal goes from {row.GetInt64(1)} to {row.GetInt64(2)} and has {row.GetInt64(3)} reports"));

    /// <summary>Takes a report away, for a check to find.</summary>
    public Task Delete(string unit, long sequence) => Tamper(_dialect.Delete, unit, sequence);

    /// <summary>Writes a report a second time, for a check to find.</summary>
    public Task Double(string unit, long sequence) => Tamper(_dialect.Double, unit, sequence);

    /// <summary>Changes a text in the document of an item, for a check to find.</summary>
    public Task Change(string unit, long sequence, string before, string after) => Tamper(_dialect.Change, unit, sequence, ("@old", before), ("@new", after));

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task Tamper(string sql, string unit, long sequence, params (string Name, object Value)[] more)
    {
        await using DbCommand command = Command(sql, [("@unit", unit), ("@seq", sequence), .. more]);
        if (await command.ExecuteNonQueryAsync() == 0)
        {
            throw new InvalidOperationException($"The journal of {unit} has nothing of the kind at {sequence}.");
        }
    }

    private async Task<List<T>> Query<T>(string sql, Func<DbDataReader, T> read, params (string Name, object Value)[] parameters)
    {
        await using DbCommand command = Command(sql, parameters);
        await using DbDataReader row = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await row.ReadAsync())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    private DbCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        DbCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants of the dialects.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach ((string name, object value) in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
