using System.Data.Common;
using System.Globalization;
using Units.EndToEnd.Tests.Support;

namespace Units.EndToEnd.Tests.Kills;

/// <summary>Plain SQL over the journal of a process that has ended; nothing of the product takes part.</summary>
internal sealed class JournalSql(UnitsData data) : IDisposable
{
    private readonly DbConnection _connection = data.Connect();

    /// <summary>The sum of all changes of a measure, by the unit that reported them.</summary>
    public Dictionary<string, long> Sums(string measure) => Query(
        $"SELECT unit_id, sum(delta) FROM {data.Journal} AS j JOIN measure AS m ON m.number = j.measure WHERE m.id = @measure GROUP BY unit_id",
        row => (row.GetString(0), Number(row, 1)), ("@measure", measure)).ToDictionary();

    /// <summary>The same sums out of the view that the product has for people.</summary>
    public Dictionary<string, long> ReadableSums(string measure) => Query(
        "SELECT unit, sum(delta) FROM journal_readable WHERE measure = @measure GROUP BY unit",
        row => (row.GetString(0), Number(row, 1)), ("@measure", measure)).ToDictionary();

    /// <summary>Every report by its id: its unit and sequence.</summary>
    public List<(string Report, (string Unit, long Sequence) Place)> Reports() => Query(
        $"SELECT report_id, unit_id, seq FROM {data.Journal} AS j WHERE report_id IS NOT NULL",
        row => (row.GetString(0), (row.GetString(1), row.GetInt64(2))));

    /// <summary>Units whose sequences are not 1, 2, … without a gap.</summary>
    public List<string> Gaps() => Query(
        $"SELECT unit_id FROM {data.Journal} AS j GROUP BY unit_id HAVING min(seq) <> 1 OR max(seq) <> count(DISTINCT seq)", row => row.GetString(0));

    /// <summary>What the database itself finds wrong with the journal.</summary>
    public List<string> Damage() => Query(data.CheckSql, row => row.GetString(0));

    public void Dispose() => _connection.Dispose();

    // PostgreSQL sums integers of 64 bits as numeric.
    private static long Number(DbDataReader row, int at) => Convert.ToInt64(row.GetValue(at), CultureInfo.InvariantCulture);

    private List<T> Query<T>(string sql, Func<DbDataReader, T> read, params (string Name, string Value)[] parameters)
    {
        using DbCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, string value) in parameters)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        using DbDataReader row = command.ExecuteReader();
        List<T> rows = [];
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }
}
