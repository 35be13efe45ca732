using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Reads which months are closed for a unit: at the unit itself, and at each unit above it in the months in which it is above.</summary>
internal static class PostgresClosures
{
    private const string RevisionSql = "SELECT closures FROM ledger";

    // An edge holds from its month until the next edge of the unit begins.
    private const string MonthsSql =
        """
        WITH RECURSIVE above(unit, lo, hi) AS (
          SELECT $1::integer, $2::smallint, $3::smallint
          UNION
          SELECT e.parent, greatest(a.lo, e.from_month), least(a.hi, e.to_month)
          FROM above AS a
          CROSS JOIN LATERAL (
            SELECT d.parent, d.from_month, coalesce(
              (SELECT (n.from_month - 1)::smallint FROM unit_edge AS n WHERE n.unit = d.unit AND n.from_month > d.from_month
               ORDER BY n.from_month LIMIT 1), $3::smallint) AS to_month
            FROM unit_edge AS d WHERE d.unit = a.unit) AS e
          WHERE e.from_month <= a.hi AND a.lo <= e.to_month)
        SELECT DISTINCT c.month, u.id, j.received_at, j.detail
        FROM above AS a
        JOIN LATERAL (SELECT * FROM period_closure AS c WHERE c.unit = a.unit AND c.month BETWEEN a.lo AND a.hi) AS c ON true
        JOIN unit_number AS u ON u.number = c.unit
        JOIN LATERAL (SELECT * FROM journal AS j WHERE j.unit = c.unit AND j.seq = c.seq AND j.n = 0) AS j ON true
        ORDER BY c.month, u.id
        """;

    /// <summary>The closed months of a range, and the revision they were read at.</summary>
    public static async Task<ClosuresReading> Run(NpgsqlConnection connection, NumberedNames units, UnitId unit, Month from, Month to)
    {
        int[] number = await PostgresHeads.Numbers(connection, units, [unit]).ConfigureAwait(false);
        await using NpgsqlBatch batch = new(connection)
        {
            BatchCommands =
            {
                PostgresReaders.Statement(PostgresReaders.Begin),
                PostgresReaders.Statement(RevisionSql),
                PostgresReaders.Statement(MonthsSql, number[0], (short)from.Number, (short)to.Number),
                PostgresReaders.Statement(PostgresReaders.End),
            },
        };
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        long revision = (await PostgresReaders.Rows(reader, r => r.GetInt64(0)).ConfigureAwait(false)).Single();
        await reader.NextResultAsync().ConfigureAwait(false);
        return new ClosuresReading(revision, from, [.. await PostgresReaders.Rows(reader, ReadMonth).ConfigureAwait(false)]);
    }

    private static ClosedMonth ReadMonth(NpgsqlDataReader r)
    {
        (string by, string reason) = PeriodText.Read(r.GetString(3));
        return new ClosedMonth(Month.FromNumber(r.GetInt16(0)), new UnitId(r.GetString(1)), PostgresRows.ReadInstant(r, 2), by, reason);
    }
}
