using Microsoft.Data.Sqlite;

namespace Units.EndToEnd.Tests.Support;

/// <summary>Holds an exclusive lock on a database, as another program would: whoever writes finds it away.</summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly SqliteConnection _connection;

    /// <summary>Takes the lock.</summary>
    public DatabaseLock(string file)
    {
        SqliteConnectionStringBuilder text = new() { DataSource = file, Pooling = false, DefaultTimeout = 30 };
        _connection = new SqliteConnection(text.ToString());
        _connection.Open();
        Run("BEGIN EXCLUSIVE");
    }

    /// <summary>How many rows the journal has of a report.</summary>
    public long RowsOf(string report)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM journal WHERE report_id = $report";
        command.Parameters.AddWithValue("$report", report);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Gives it back.</summary>
    public void Dispose()
    {
        Run("ROLLBACK");
        _connection.Dispose();
    }

    private void Run(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
