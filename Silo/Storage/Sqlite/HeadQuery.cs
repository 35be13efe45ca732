using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Where a journal ends and where the unit hangs.</summary>
internal static class HeadQuery
{
    private const string Sql =
        """
        SELECT
          (SELECT seq FROM journal WHERE unit = ?1 ORDER BY seq DESC LIMIT 1),
          EXISTS (SELECT 1 FROM unit_edge WHERE parent = ?1) OR EXISTS (SELECT 1 FROM unit_epoch WHERE unit = ?1)
        """;

    /// <summary>Reads them.</summary>
    public static UnitHead Run(SqliteSession session, UnitId unit)
    {
        SqliteStatement read = session.Prepare(Sql).Bind(1, unit.Text);
        read.Step();
        long sequence = read.LongOrNull(0) ?? 0;
        bool interior = read.Long(1) != 0;
        read.Reset();
        return new UnitHead(sequence, interior, Edges.Of(session, unit));
    }
}
