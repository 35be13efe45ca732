namespace Units.LoadTest.Checking.Journals;

/// <summary>The journal in SQLite.</summary>
internal static class SqliteDialect
{
    /// <summary>Its statements.</summary>
    public static readonly JournalDialect Value = new()
    {
        Sums = """
            SELECT j.unit, m.id, j.month, sum(j.delta), sum(j.presence)
            FROM journal AS j JOIN measure AS m ON m.number = j.measure
            WHERE m.id LIKE @measures
            GROUP BY j.unit, m.id, j.month
            """,
        Reports = "SELECT unit, report_id, seq FROM journal WHERE report_id LIKE @reports",
        Gaps = """
            SELECT unit, min(seq), max(seq), count(DISTINCT seq) FROM journal
            GROUP BY unit HAVING min(seq) <> 1 OR max(seq) <> count(DISTINCT seq)
            """,
        Delete = "DELETE FROM journal WHERE unit = @unit AND seq = @seq",
        Double = """
            INSERT INTO journal (unit, seq, n, kind, outcome, measure, indicator, category, month, span, source, value, quality, revision, delta,
              presence, estimated, at_least, statement, amount, state_quality, state_revision, detail, reporter, report_id, content_hash,
              received_at, batch)
            SELECT unit, (SELECT max(l.seq) + 1 FROM journal AS l WHERE l.unit = j.unit), n, kind, outcome, measure, indicator, category, month,
              span, source, value, quality, revision, delta, presence, estimated, at_least, statement, amount + delta, state_quality, state_revision,
              detail, reporter, report_id || '-again', content_hash, received_at, batch
            FROM journal AS j WHERE unit = @unit AND seq = @seq
            """,
        Change = "UPDATE journal SET detail = replace(detail, @old, @new) WHERE unit = @unit AND seq = @seq AND n = 0 AND instr(detail, @old) > 0",
    };
}
