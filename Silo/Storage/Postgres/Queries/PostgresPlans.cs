using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Reads the steps of a unit's plans and its allotments.</summary>
internal static class PostgresPlans
{
    // The document stands on the first row of its item, which has the header too.
    private const string Sql =
        """
        SELECT j.kind, j.detail, r.id, j.report_id, j.seq, j.received_at, j.who
        FROM journal AS j JOIN source_number AS r ON r.number = j.reporter
        WHERE j.unit = $1 AND j.kind >= 11 ORDER BY j.seq
        """;

    /// <summary>Reads them, and the end of the journal.</summary>
    public static async Task<PlansReading> Run(NpgsqlConnection connection, NumberedNames units, UnitId unit)
    {
        int[] number = await PostgresHeads.Numbers(connection, units, [unit]).ConfigureAwait(false);
        await using NpgsqlBatch batch = new(connection)
        {
            BatchCommands =
            {
                PostgresReaders.Statement(PostgresReaders.Begin),
                PostgresHeads.EndsOf(number),
                PostgresReaders.Statement(Sql, number[0]),
                PostgresReaders.Statement(PostgresReaders.End),
            },
        };
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        long end = (await PostgresReaders.Rows(reader, r => r.GetInt64(0)).ConfigureAwait(false)).Single();
        await reader.NextResultAsync().ConfigureAwait(false);
        return new PlansReading(end, [.. await PostgresReaders.Rows(reader, Read).ConfigureAwait(false)]);
    }

    private static PlanEntry Read(NpgsqlDataReader r) => PlanText.Entry(
        (RowKind)r.GetInt16(0), r.GetString(1), new ReportKey(new SourceId(r.GetString(2)), new ReportId(r.GetString(3))), r.GetInt64(4),
        PostgresRows.ReadInstant(r, 5), r.IsDBNull(6) ? null : r.GetString(6));
}
