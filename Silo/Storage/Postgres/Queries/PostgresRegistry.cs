using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Loads the registry whole.</summary>
internal static class PostgresRegistry
{
    private const string UnitsSql = "SELECT n.id, u.json FROM unit AS u JOIN unit_number AS n ON n.number = u.number ORDER BY n.id";

    private const string EdgesSql =
        """
        SELECT u.id, e.from_month, p.id FROM unit_edge AS e
        JOIN unit_number AS u ON u.number = e.unit JOIN unit_number AS p ON p.number = e.parent
        ORDER BY e.unit, e.from_month
        """;

    private const string IdentifiersSql =
        "SELECT u.id, i.scheme, i.value, i.from_day, i.to_day FROM unit_identifier AS i JOIN unit_number AS u ON u.number = i.unit ORDER BY i.unit, i.n";

    private const string MeasuresSql = "SELECT id, number, json FROM measure ORDER BY number";
    private const string IndicatorsSql = "SELECT id, number, json FROM indicator ORDER BY number";
    private const string LedgerSql = "SELECT id FROM ledger";

    /// <summary>Units by id, measures and indicators by number.</summary>
    public static async Task<RegistryReading> Run(NpgsqlConnection connection)
    {
        await using NpgsqlBatch batch = new(connection);
        foreach (string sql in (string[])[PostgresReaders.Begin, EdgesSql, IdentifiersSql, UnitsSql, MeasuresSql, IndicatorsSql, LedgerSql, PostgresReaders.End])
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        }

        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        ILookup<string, UnitEdge> edges = (await Next(reader,
            r => (Unit: r.GetString(0), Edge: new UnitEdge(Month.FromNumber(r.GetInt16(1)), new UnitId(r.GetString(2))))).ConfigureAwait(false))
            .ToLookup(one => one.Unit, one => one.Edge);
        ILookup<string, UnitIdentifier> identifiers = (await Next(reader,
            r => (Unit: r.GetString(0), Identifier: new UnitIdentifier(r.GetString(1), r.GetString(2), Day(r, 3), Day(r, 4)))).ConfigureAwait(false))
            .ToLookup(one => one.Unit, one => one.Identifier);
        List<Unit> units = await Next(reader, r => RegistryJson.ReadUnit(r.GetString(0), r.GetString(1), edges, identifiers)).ConfigureAwait(false);
        List<Measure> measures = await Next(reader, r => RegistryJson.ReadMeasure(r.GetString(0), r.GetInt32(1), r.GetString(2))).ConfigureAwait(false);
        List<Indicator> indicators = await Next(reader, r => RegistryJson.ReadIndicator(r.GetString(0), r.GetInt32(1), r.GetString(2))).ConfigureAwait(false);
        List<Guid> ledger = await Next(reader, r => r.GetGuid(0)).ConfigureAwait(false);
        return new RegistryReading([.. units], [.. measures], [.. indicators], ledger.Single());
    }

    private static async Task<List<T>> Next<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> row)
    {
        List<T> rows = await PostgresReaders.Rows(reader, row).ConfigureAwait(false);
        await reader.NextResultAsync().ConfigureAwait(false);
        return rows;
    }

    private static DateOnly? Day(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetFieldValue<DateOnly>(column);
}
