namespace Units.LoadTest.Checking.Journals;

/// <summary>The journal in PostgreSQL, where units stand under numbers.</summary>
internal static class PostgresDialect
{
    /// <summary>Its statements.</summary>
    public static readonly JournalDialect Value = new()
    {
        Sums = """
            SELECT u.id, m.id, j.month::int, sum(j.delta)::bigint, sum(j.presence)::bigint
            FROM units.journal AS j JOIN units.unit_number AS u ON u.number = j.unit JOIN units.measure AS m ON m.number = j.measure
            WHERE m.id LIKE @measures
            GROUP BY u.id, m.id, j.month
            """,
        Reports = """
            SELECT u.id, j.report_id, j.seq::bigint
            FROM units.journal AS j JOIN units.unit_number AS u ON u.number = j.unit
            WHERE j.report_id LIKE @reports
            """,
        Gaps = """
            SELECT u.id, min(j.seq)::bigint, max(j.seq)::bigint, count(DISTINCT j.seq)
            FROM units.journal AS j JOIN units.unit_number AS u ON u.number = j.unit
            GROUP BY u.id HAVING min(j.seq) <> 1 OR max(j.seq) <> count(DISTINCT j.seq)
            """,
        Delete = "DELETE FROM units.journal WHERE unit = (SELECT number FROM units.unit_number WHERE id = @unit) AND seq = @seq",
        Double = """
            INSERT INTO units.journal (unit, seq, n, kind, outcome, measure, indicator, category, month, span, source, value, quality, revision,
              delta, presence, estimated, at_least, statement, amount, state_quality, state_revision, detail, reporter, report_id, content_hash,
              received_at, batch)
            SELECT unit, (SELECT max(l.seq) + 1 FROM units.journal AS l WHERE l.unit = j.unit), n, kind, outcome, measure, indicator, category,
              month, span, source, value, quality, revision, delta, presence, estimated, at_least, statement, amount + delta, state_quality,
              state_revision, detail, reporter, report_id || '-again', content_hash, received_at, batch
            FROM units.journal AS j WHERE unit = (SELECT number FROM units.unit_number WHERE id = @unit) AND seq = @seq
            """,
        Change = """
            UPDATE units.journal SET detail = replace(detail, @old, @new)
            WHERE unit = (SELECT number FROM units.unit_number WHERE id = @unit) AND seq = @seq AND n = 0 AND position(@old IN detail) > 0
            """,
    };
}
