using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Units.Silo.Storage;

/// <summary>A connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    /// <summary>Takes an open connection over.</summary>
    public SqliteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>Counts what the statements move.</summary>
    public SqliteMeter Meter { get; } = new();

    private sqlite3 Handle => _connection.Handle ?? throw new InvalidOperationException($"The connection to {_connection.DataSource} is closed.");

    /// <summary>The statement for this text, ready to be bound. The same text gives the same statement.</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out SqliteStatement? statement))
        {
            statement = new SqliteStatement(Handle, sql, Meter);
            _statements.Add(sql, statement);
        }

        statement.Reset();
        return statement;
    }

    /// <summary>Runs a statement without parameters.</summary>
    public void Run(string sql) => Prepare(sql).Run();

    /// <summary>Runs a script of many statements once.</summary>
    public void RunScript(string script)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    /// <summary>What <paramref name="read"/> finds in one snapshot of the database.</summary>
    public T Snapshot<T>(Func<SqliteSession, T> read)
    {
        Run("BEGIN DEFERRED");
        T result = read(this);
        foreach (SqliteStatement statement in _statements.Values)
        {
            statement.Reset();
        }

        Run("COMMIT");
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SqliteStatement statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }
}
