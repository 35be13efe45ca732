using System.Collections.Immutable;
using System.Globalization;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Loads the registry whole.</summary>
internal static class RegistryQuery
{
    private const string UnitsSql = "SELECT id, json FROM unit ORDER BY id";
    private const string EdgesSql = "SELECT unit, from_month, parent FROM unit_edge ORDER BY unit, from_month";
    private const string IdentifiersSql = "SELECT unit, scheme, value, from_day, to_day FROM unit_identifier ORDER BY unit, n";
    private const string MeasuresSql = "SELECT id, number, json FROM measure ORDER BY number";
    private const string LedgerSql = "SELECT lower(hex(id)) FROM ledger";
    private const string IndicatorsSql = "SELECT id, number, json FROM indicator ORDER BY number";

    /// <summary>Units by id, measures and indicators by number.</summary>
    public static RegistryReading Run(SqliteSession session)
    {
        ILookup<string, UnitEdge> edges = Read(session, EdgesSql,
            s => (s.Text(0), new UnitEdge(Month.FromNumber(s.Int(1)), new UnitId(s.Text(2))))).ToLookup(one => one.Item1, one => one.Item2);
        ILookup<string, UnitIdentifier> identifiers = Read(session, IdentifiersSql,
            s => (s.Text(0), new UnitIdentifier(s.Text(1), s.Text(2), Day(s, 3), Day(s, 4)))).ToLookup(one => one.Item1, one => one.Item2);
        return new RegistryReading(
            [.. Read(session, UnitsSql, s => RegistryJson.ReadUnit(s.Text(0), s.Text(1), edges, identifiers))],
            [.. Read(session, MeasuresSql, s => RegistryJson.ReadMeasure(s.Text(0), s.Int(1), s.Text(2)))],
            [.. Read(session, IndicatorsSql, s => RegistryJson.ReadIndicator(s.Text(0), s.Int(1), s.Text(2)))],
            Read(session, LedgerSql, s => Guid.ParseExact(s.Text(0), "N")).Single());
    }

    private static List<T> Read<T>(SqliteSession session, string sql, Func<SqliteStatement, T> row)
    {
        List<T> rows = [];
        SqliteStatement read = session.Prepare(sql);
        while (read.Step())
        {
            rows.Add(row(read));
        }

        return rows;
    }

    private static DateOnly? Day(SqliteStatement s, int column) =>
        s.IsNull(column) ? null : DateOnly.ParseExact(s.Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
