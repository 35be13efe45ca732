using Npgsql;

namespace Units.Silo.Storage;

/// <summary>Writes edges and closed months, within a transaction that has the lock.</summary>
internal static class PostgresEdges
{
    // Whoever was a parent stays interior, even where its last child's edge is replaced.
    private const string KeepInteriorSql =
        "INSERT INTO unit_epoch (unit, epoch) SELECT DISTINCT parent, 0 FROM unit_edge WHERE unit = $1 AND from_month >= $2 ON CONFLICT DO NOTHING";

    // A move holds from its month on: edges that would have begun later are gone.
    private const string DropLaterSql = "DELETE FROM unit_edge WHERE unit = $1 AND from_month > $2";

    private const string EdgeSql =
        "INSERT INTO unit_edge (unit, from_month, parent) VALUES ($1, $2, $3) ON CONFLICT (unit, from_month) DO UPDATE SET parent = excluded.parent";

    // A month that is closed already stays closed as it was.
    private const string CloseSql =
        "INSERT INTO period_closure (unit, month, seq) SELECT $1, m::smallint, $4 FROM generate_series($2::integer, $3::integer) AS m ON CONFLICT DO NOTHING";

    private const string ReopenSql = "DELETE FROM period_closure WHERE unit = $1 AND month BETWEEN $2 AND $3";

    /// <summary>Adds the statements that write an edge and bump the tree's revision.</summary>
    public static void Write(NpgsqlBatch batch, int unit, Month from, int parent)
    {
        batch.BatchCommands.Add(PostgresReaders.Statement(KeepInteriorSql, unit, (short)from.Number));
        batch.BatchCommands.Add(PostgresReaders.Statement(DropLaterSql, unit, (short)from.Number));
        batch.BatchCommands.Add(PostgresReaders.Statement(EdgeSql, unit, (short)from.Number, parent));
        batch.BatchCommands.Add(PostgresReaders.Statement("UPDATE ledger SET tree = tree + 1"));
    }

    /// <summary>The statement that closes or opens months.</summary>
    public static NpgsqlBatchCommand Close(int unit, MonthRange range, bool closes, long sequence) => closes
        ? PostgresReaders.Statement(CloseSql, unit, range.From.Number, range.To.Number, sequence)
        : PostgresReaders.Statement(ReopenSql, unit, (short)range.From.Number, (short)range.To.Number);
}
