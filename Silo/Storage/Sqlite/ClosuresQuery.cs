using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Reads which months are closed for a unit: at the unit itself, and at each unit above it in the months in which it is above.</summary>
internal static class ClosuresQuery
{
    private const string RevisionSql = "SELECT revision FROM closure_revision";

    private const string MonthsSql =
        """
        WITH RECURSIVE above(unit, lo, hi) AS (
          SELECT ?1, ?2, ?3
          UNION
          SELECT e.parent, max(a.lo, e.from_month), min(a.hi, ifnull(
            (SELECT n.from_month - 1 FROM unit_edge AS n WHERE n.unit = e.unit AND n.from_month > e.from_month ORDER BY n.from_month LIMIT 1), ?3))
          FROM above AS a CROSS JOIN unit_edge AS e ON e.unit = a.unit
          WHERE e.from_month <= a.hi AND a.lo <= ifnull(
            (SELECT n.from_month - 1 FROM unit_edge AS n WHERE n.unit = e.unit AND n.from_month > e.from_month ORDER BY n.from_month LIMIT 1), ?3))
        SELECT DISTINCT c.month, c.unit, j.received_at, j.detail
        FROM above AS a
        CROSS JOIN period_closure AS c ON c.unit = a.unit AND c.month BETWEEN a.lo AND a.hi
        CROSS JOIN journal AS j ON j.unit = c.unit AND j.seq = c.seq AND j.n = 0
        ORDER BY c.month, c.unit
        """;

    /// <summary>The closed months of a range, and the revision they were read at.</summary>
    public static ClosuresReading Run(SqliteSession session, UnitId unit, Month from, Month to)
    {
        SqliteStatement read = session.Prepare(RevisionSql);
        read.Step();
        long revision = read.Long(0);
        read.Reset();
        ImmutableArray<ClosedMonth>.Builder months = ImmutableArray.CreateBuilder<ClosedMonth>();
        read = session.Prepare(MonthsSql).Bind(1, unit.Text).Bind(2, from.Number).Bind(3, to.Number);
        while (read.Step())
        {
            (string by, string reason) = PeriodText.Read(read.Text(3));
            months.Add(new ClosedMonth(Month.FromNumber(read.Int(0)), new UnitId(read.Text(1)), JournalRows.ReadInstant(read.Text(2)), by, reason));
        }

        return new ClosuresReading(revision, from, months.ToImmutable());
    }
}
