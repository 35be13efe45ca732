using System.Globalization;
using System.Numerics;
using Microsoft.Data.Sqlite;

namespace Units.EndToEnd.Tests.Fuzz;

/// <summary>What the journal says by plain SQL, rolled up by nothing of the product.</summary>
internal sealed class FuzzLedger
{
    private const int MonthsOfDecade = 120;

    private readonly Dictionary<(string Unit, string Measure, int Month), BigInteger> _totals = [];
    private readonly Dictionary<string, (bool IsStock, int Scale)> _measures = [];

    /// <summary>Every report, target and closing by its place.</summary>
    public HashSet<(string Unit, long Sequence)> Reports { get; } = [];

    /// <summary>Reads the database of a process that runs.</summary>
    public static FuzzLedger Read(string file)
    {
        FuzzLedger ledger = new();
        using SqliteConnection connection = new(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        Dictionary<string, List<(int From, string Parent)>> edges = [];
        Each(connection, "SELECT unit, from_month, parent FROM unit_edge ORDER BY unit, from_month", row =>
        {
            if (!edges.TryGetValue(row.GetString(0), out List<(int, string)>? of))
            {
                edges.Add(row.GetString(0), of = []);
            }

            of.Add((row.GetInt32(1), row.GetString(2)));
        });
        Each(connection, "SELECT id, json FROM measure", row => ledger._measures[row.GetString(0)] = Shape(row.GetString(1)));
        Each(connection, "SELECT unit, seq FROM journal WHERE n = 0 AND kind <= 5", row => ledger.Reports.Add((row.GetString(0), row.GetInt64(1))));
        Each(
            connection,
            "SELECT j.unit, m.id, j.month, sum(j.delta >> 32), sum(j.delta & 4294967295) FROM journal AS j JOIN measure AS m ON m.number = j.measure "
                + "WHERE j.kind <= 5 GROUP BY j.unit, m.id, j.month",
            row => ledger.Add(edges, row.GetString(0), row.GetString(1), row.GetInt32(2), ((BigInteger)row.GetInt64(3) << 32) + row.GetInt64(4)));
        return ledger;
    }

    /// <summary>Every unit, measure and decade that anything is counted in, with the last of its months.</summary>
    public IEnumerable<(string Unit, string Measure, Month Last)> Cells() =>
        _totals.Keys.GroupBy(t => (t.Unit, t.Measure, t.Month / MonthsOfDecade)).Select(g => (g.Key.Unit, g.Key.Measure, Month.FromNumber(g.Max(t => t.Month))));

    /// <summary>The months to ask for: the decade up to that month.</summary>
    public static MonthRange Range(Month last) => new(Month.FromNumber(last.Number / MonthsOfDecade * MonthsOfDecade), last);

    /// <summary>The sum of a flow over the range, the level of a stock at its end.</summary>
    public string Total(string unit, string measure, MonthRange range)
    {
        (bool isStock, int scale) = _measures[measure];
        BigInteger total = _totals
            .Where(t => t.Key.Unit == unit && t.Key.Measure == measure && t.Key.Month <= range.To.Number && (isStock || t.Key.Month >= range.From.Number))
            .Aggregate(BigInteger.Zero, (sum, t) => sum + t.Value);
        return DecimalText.Format(total, scale);
    }

    private void Add(Dictionary<string, List<(int From, string Parent)>> edges, string unit, string measure, int month, BigInteger delta)
    {
        for (string? at = unit; at is not null; at = edges.GetValueOrDefault(at, []).LastOrDefault(e => e.From <= month).Parent)
        {
            _totals[(at, measure, month)] = _totals.GetValueOrDefault((at, measure, month)) + delta;
        }
    }

    private static (bool IsStock, int Scale) Shape(string json)
    {
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(json);
        Dictionary<string, string> fields = document.RootElement.EnumerateObject()
            .ToDictionary(p => p.Name.ToUpper(CultureInfo.InvariantCulture), p => p.Value.ToString());
        return (fields["KIND"] is "1" or "Stock" or "stock", int.Parse(fields["SCALE"], CultureInfo.InvariantCulture));
    }

    private static void Each(SqliteConnection connection, string sql, Action<SqliteDataReader> read)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader row = command.ExecuteReader();
        while (row.Read())
        {
            read(row);
        }
    }
}
