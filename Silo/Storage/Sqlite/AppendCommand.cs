using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Appends one batch within the writer's transaction: all checks first, so that a refusal has changed nothing.</summary>
internal static class AppendCommand
{
    private const string HeadSql = "SELECT seq FROM journal WHERE unit = ?1 ORDER BY seq DESC LIMIT 1";
    private const string BatchSql = "SELECT batch FROM journal WHERE unit = ?1 AND seq = ?2 AND n = 0";
    private const string EpochSql = "SELECT epoch FROM unit_epoch WHERE unit = ?1";
    private const string KnownSql = "SELECT seq FROM journal WHERE unit = ?1 AND reporter = ?2 AND report_id = ?3";
    private const string RevisionSql = "SELECT revision FROM tree";

    // Whoever was a parent stays interior, even where its last child's edge is replaced.
    private const string KeepInteriorSql =
        "INSERT INTO unit_epoch (unit, epoch) SELECT parent, 0 FROM unit_edge WHERE unit = ?1 AND from_month >= ?2 ON CONFLICT DO NOTHING";

    // A move holds from its month on: edges that would have begun later are gone.
    private const string DropLaterSql = "DELETE FROM unit_edge WHERE unit = ?1 AND from_month > ?2";

    private const string EdgeSql =
        "INSERT INTO unit_edge (unit, from_month, parent) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET parent = excluded.parent";

    private const string BumpSql = "UPDATE tree SET revision = revision + 1";

    private const string ClosuresSql = "SELECT revision FROM closure_revision";

    private const string BumpClosuresSql = "UPDATE closure_revision SET revision = revision + 1";

    // A month that is closed already stays closed as it was.
    private const string CloseSql = "INSERT INTO period_closure (unit, month, seq) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";

    private const string ReopenSql = "DELETE FROM period_closure WHERE unit = ?1 AND month BETWEEN ?2 AND ?3";

    /// <summary>Appends the batch, or says why not.</summary>
    public static AppendOutcome Run(SqliteSession session, JournalBatch batch)
    {
        if (Refusal(session, batch) is { } refused)
        {
            return refused;
        }

        if (batch.Edge is { } edge)
        {
            WriteEdge(session, batch.Unit, edge.Edge);
            session.Run(BumpClosuresSql);
        }

        if (batch.Closure is { } closure)
        {
            WriteClosure(session, batch, closure);
        }

        SqliteStatement insert = session.Prepare(JournalRows.InsertSql);
        foreach (JournalReport report in batch.Reports)
        {
            foreach (JournalRow row in report.Rows)
            {
                JournalRows.Insert(insert, batch, report, row);
            }
        }

        return AppendOutcome.Committed;
    }

    /// <summary>Writes an edge and bumps the tree's revision.</summary>
    public static void WriteEdge(SqliteSession session, UnitId unit, UnitEdge edge)
    {
        session.Prepare(KeepInteriorSql).Bind(1, unit.Text).Bind(2, edge.From.Number).Run();
        session.Prepare(DropLaterSql).Bind(1, unit.Text).Bind(2, edge.From.Number).Run();
        session.Prepare(EdgeSql).Bind(1, unit.Text).Bind(2, edge.From.Number).Bind(3, edge.Parent.Text).Run();
        session.Run(BumpSql);
    }

    private static void WriteClosure(SqliteSession session, JournalBatch batch, ClosureChange closure)
    {
        if (!closure.Closes)
        {
            session.Prepare(ReopenSql).Bind(1, batch.Unit.Text).Bind(2, closure.Range.From.Number).Bind(3, closure.Range.To.Number).Run();
        }

        for (int month = closure.Range.From.Number; closure.Closes && month <= closure.Range.To.Number; month++)
        {
            session.Prepare(CloseSql).Bind(1, batch.Unit.Text).Bind(2, month).Bind(3, batch.After + 1).Run();
        }

        session.Run(BumpClosuresSql);
    }

    private static AppendOutcome? Refusal(SqliteSession session, JournalBatch batch)
    {
        long head = Number(session.Prepare(HeadSql).Bind(1, batch.Unit.Text));
        if (head != batch.After)
        {
            // What is durable is answered so, also when the epoch has moved on since.
            return head > batch.After && IsOurs(session, batch) ? AppendOutcome.Committed : AppendOutcome.Conflict;
        }

        if (Number(session.Prepare(EpochSql).Bind(1, batch.Unit.Text)) != batch.Epoch)
        {
            return AppendOutcome.Conflict;
        }

        ImmutableArray<ReportKey> known = Known(session, batch);
        if (known.Length > 0)
        {
            return new AppendOutcome(AppendStatus.Repeated, known);
        }

        if (batch.ClosuresRevision is { } judged && Number(session.Prepare(ClosuresSql)) != judged)
        {
            return AppendOutcome.ClosuresChanged;
        }

        return batch.Edge is { } edge && Number(session.Prepare(RevisionSql)) != edge.TreeRevision ? AppendOutcome.TreeChanged : null;
    }

    private static bool IsOurs(SqliteSession session, JournalBatch batch)
    {
        SqliteStatement read = session.Prepare(BatchSql).Bind(1, batch.Unit.Text).Bind(2, batch.After + 1);
        bool ours = read.Step() && new Guid(read.Bytes(0), bigEndian: true) == batch.BatchId;
        read.Reset();
        return ours;
    }

    private static ImmutableArray<ReportKey> Known(SqliteSession session, JournalBatch batch)
    {
        SqliteStatement probe = session.Prepare(KnownSql);
        ImmutableArray<ReportKey>.Builder known = ImmutableArray.CreateBuilder<ReportKey>();
        foreach (JournalReport report in batch.Reports)
        {
            probe.Bind(1, batch.Unit.Text).Bind(2, report.Key.Source.Text).Bind(3, report.Key.Report.Text);
            if (probe.Step())
            {
                known.Add(report.Key);
                probe.Reset();
            }
        }

        return known.ToImmutable();
    }

    // The number in the first column of the only row; 0 without a row.
    private static long Number(SqliteStatement read)
    {
        long number = read.Step() ? read.Long(0) : 0;
        read.Reset();
        return number;
    }
}
