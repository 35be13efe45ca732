using Microsoft.Data.Sqlite;

namespace Units.EndToEnd.Tests.Kills;

/// <summary>Plain SQL over the journal of a process that has ended; nothing of the product takes part.</summary>
internal sealed class JournalSql : IDisposable
{
    private readonly SqliteConnection _connection;

    /// <summary>Opens the database.</summary>
    public JournalSql(string file)
    {
        SqliteConnectionStringBuilder text = new() { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        _connection = new SqliteConnection(text.ToString());
        _connection.Open();
    }

    /// <summary>The sum of all changes of a measure, by the unit that reported them.</summary>
    public Dictionary<string, long> Sums(string measure) => Query(
        "SELECT j.unit, sum(j.delta) FROM journal AS j JOIN measure AS m ON m.number = j.measure WHERE m.id = $measure GROUP BY j.unit",
        row => (row.GetString(0), row.GetInt64(1)), ("$measure", measure)).ToDictionary();

    /// <summary>Every report by its id: its unit and sequence.</summary>
    public List<(string Report, (string Unit, long Sequence) Place)> Reports() => Query(
        "SELECT report_id, unit, seq FROM journal WHERE report_id IS NOT NULL",
        row => (row.GetString(0), (row.GetString(1), row.GetInt64(2))));

    /// <summary>Units whose sequences are not 1, 2, … without a gap.</summary>
    public List<string> Gaps() => Query(
        "SELECT unit FROM journal GROUP BY unit HAVING min(seq) <> 1 OR max(seq) <> count(DISTINCT seq)", row => row.GetString(0));

    /// <summary>What SQLite itself finds wrong with the file: "ok" where nothing is.</summary>
    public string Check() => Query("PRAGMA integrity_check", row => row.GetString(0)).First();

    public void Dispose() => _connection.Dispose();

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, string Value)[] parameters)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, string value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using SqliteDataReader row = command.ExecuteReader();
        List<T> rows = [];
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }
}
