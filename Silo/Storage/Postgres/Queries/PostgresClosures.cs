using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Reads which months are closed for units: at each unit itself, and at each unit above it in the months in which it is above.</summary>
internal static class PostgresClosures
{
    private const string RevisionSql = "SELECT closures FROM ledger";

    // An edge holds from its month until the next edge of the unit begins.
    private const string MonthsSql =
        """
        WITH RECURSIVE above(i, unit, lo, hi) AS (
          SELECT k.i::integer, k.unit, k.lo, k.hi FROM unnest($1, $2, $3) WITH ORDINALITY AS k(unit, lo, hi, i)
          UNION
          SELECT a.i, e.parent, greatest(a.lo, e.from_month), least(a.hi, e.to_month)
          FROM above AS a
          CROSS JOIN LATERAL (
            SELECT d.parent, d.from_month, coalesce(
              (SELECT (n.from_month - 1)::smallint FROM unit_edge AS n WHERE n.unit = d.unit AND n.from_month > d.from_month
               ORDER BY n.from_month LIMIT 1), a.hi) AS to_month
            FROM unit_edge AS d WHERE d.unit = a.unit OFFSET 0) AS e
          WHERE e.from_month <= a.hi AND a.lo <= e.to_month)
        SELECT DISTINCT a.i, c.month, (SELECT u.id FROM unit_number AS u WHERE u.number = c.unit), j.received_at, j.detail
        FROM above AS a
        CROSS JOIN LATERAL (SELECT * FROM period_closure AS c WHERE c.unit = a.unit AND c.month BETWEEN a.lo AND a.hi OFFSET 0) AS c
        CROSS JOIN LATERAL (SELECT * FROM journal AS j WHERE j.unit = c.unit AND j.seq = c.seq AND j.n = 0 OFFSET 0) AS j
        ORDER BY 1, 2, 3
        """;

    /// <summary>The closed months of each range, in the order of the questions, and the revision they were read at.</summary>
    public static async Task<IReadOnlyList<ClosuresReading>> Run(
        NpgsqlConnection connection, NumberedNames units, IReadOnlyList<(UnitId Unit, Month From, Month To)> asked)
    {
        int[] numbers = await PostgresHeads.Numbers(connection, units, [.. asked.Select(a => a.Unit)]).ConfigureAwait(false);
        await using NpgsqlBatch batch = new(connection)
        {
            BatchCommands =
            {
                PostgresReaders.Statement(PostgresReaders.Begin),
                PostgresReaders.Statement(RevisionSql),
                PostgresReaders.Statement(MonthsSql, numbers, asked.Select(a => (short)a.From.Number).ToArray(), asked.Select(a => (short)a.To.Number).ToArray()),
                PostgresReaders.Statement(PostgresReaders.End),
            },
        };
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        long revision = (await PostgresReaders.Rows(reader, r => r.GetInt64(0)).ConfigureAwait(false)).Single();
        await reader.NextResultAsync().ConfigureAwait(false);
        ILookup<int, ClosedMonth> months = (await PostgresReaders.Rows(reader, r => (Place: r.GetInt32(0) - 1, Month: ReadMonth(r))).ConfigureAwait(false))
            .ToLookup(one => one.Place, one => one.Month);
        return [.. asked.Select((a, i) => new ClosuresReading(revision, a.From, [.. months[i]]))];
    }

    private static ClosedMonth ReadMonth(NpgsqlDataReader r)
    {
        (string by, string reason) = PeriodText.Read(r.GetString(4));
        return new ClosedMonth(Month.FromNumber(r.GetInt16(1)), new UnitId(r.GetString(2)), PostgresRows.ReadInstant(r, 3), by, reason);
    }
}
