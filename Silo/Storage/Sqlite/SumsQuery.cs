using System.Collections.Immutable;

namespace Units.Silo.Storage;

/// <summary>Adds up journal rows for a proof, in two ways that must agree: the changes, and what stands after the last of them.</summary>
internal static class SumsQuery
{
    private const string Rows =
        "FROM journal WHERE unit = ?1 AND measure = ?2 AND month BETWEEN ?3 AND ?4 AND seq <= ?5 AND statement IS NOT NULL AND kind <= 5 AND kind <> 4";

    // sum() of 64-bit integers overflows: the halves are summed apart.
    private const string DeltasSql = "SELECT ifnull(sum(delta >> 32), 0), ifnull(sum(delta & 4294967295), 0) " + Rows;

    private const string StatedOfOneSql = "SELECT ifnull(sum(amount >> 32), 0), ifnull(sum(amount & 4294967295), 0) FROM ("
        + "SELECT amount, row_number() OVER (PARTITION BY month, category ORDER BY seq DESC, n DESC) AS place " + Rows + ") WHERE place = 1";

    private const string StatedOfManySql = "SELECT ifnull(sum(amount >> 32), 0), ifnull(sum(amount & 4294967295), 0) FROM ("
        + "SELECT amount, row_number() OVER (PARTITION BY month, category, source ORDER BY seq DESC, n DESC) AS place " + Rows + ") WHERE place = 1";

    /// <summary>The sums of each cut.</summary>
    public static ImmutableArray<JournalSum> Run(SqliteSession session, IReadOnlyCollection<JournalCut> cuts) =>
        [.. cuts.Select(cut => new JournalSum(
            cut.Unit,
            HeadQuery.Run(session, cut.Unit).Sequence,
            [.. cut.Spans.Select(span => Sum(session, DeltasSql, cut, span))],
            [.. cut.Spans.Select(span => Sum(session, span.Measure.Sources == SourceRule.Many ? StatedOfManySql : StatedOfOneSql, cut, span))]))];

    private static Amount Sum(SqliteSession session, string sql, JournalCut cut, JournalSpan span)
    {
        SqliteStatement read = session.Prepare(sql)
            .Bind(1, cut.Unit.Text).Bind(2, span.Measure.Number).Bind(3, span.From.Number).Bind(4, span.To.Number).Bind(5, cut.UpTo);
        read.Step();
        Amount sum = new(checked(((Int128)read.Long(0) * (1L << 32)) + read.Long(1)));
        read.Reset();
        return sum;
    }
}
