using System.Collections.Immutable;
using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Adds up journal rows for a proof, in two ways that must agree: the changes, and what stands after the last of them.</summary>
internal static class PostgresSums
{
    private const string Rows =
        "FROM journal AS j WHERE j.unit = q.unit AND j.measure = q.measure AND j.month BETWEEN q.lo AND q.hi AND j.seq <= q.up_to "
        + $"AND j.kind <= 5 AND {PostgresRows.OfRegister}";

    private const string SumsSql =
        $"""
        SELECT d.sum, s.sum
        FROM unnest($1, $2, $3, $4, $5, $6) WITH ORDINALITY AS q(unit, measure, lo, hi, up_to, many, i)
        CROSS JOIN LATERAL (SELECT coalesce(sum(j.delta), 0) AS sum {Rows}) AS d
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(l.amount), 0) AS sum FROM (
            SELECT j.amount, row_number() OVER (
              PARTITION BY j.month, j.category, CASE WHEN q.many THEN j.source END ORDER BY j.seq DESC, j.n DESC) AS place {Rows}) AS l
          WHERE l.place = 1) AS s
        ORDER BY q.i
        """;

    /// <summary>The sums of each cut.</summary>
    public static async Task<ImmutableArray<JournalSum>> Run(NpgsqlConnection connection, NumberedNames units, IReadOnlyCollection<JournalCut> cuts)
    {
        int[] numbers = await PostgresHeads.Numbers(connection, units, [.. cuts.Select(cut => cut.Unit)]).ConfigureAwait(false);
        (int Unit, long UpTo, JournalSpan Span)[] spans = [.. cuts.SelectMany((cut, i) => cut.Spans.Select(span => (numbers[i], cut.UpTo, span)))];
        await using NpgsqlBatch batch = new(connection)
        {
            BatchCommands =
            {
                PostgresReaders.Statement(PostgresReaders.Begin),
                PostgresHeads.EndsOf(numbers),
                PostgresReaders.Statement(SumsSql,
                    spans.Select(s => s.Unit).ToArray(), spans.Select(s => s.Span.Measure.Number).ToArray(),
                    spans.Select(s => (short)s.Span.From.Number).ToArray(), spans.Select(s => (short)s.Span.To.Number).ToArray(),
                    spans.Select(s => s.UpTo).ToArray(), spans.Select(s => s.Span.Measure.Sources == SourceRule.Many).ToArray()),
                PostgresReaders.Statement(PostgresReaders.End),
            },
        };
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        List<long> heads = await PostgresReaders.Rows(reader, r => r.GetInt64(0)).ConfigureAwait(false);
        await reader.NextResultAsync().ConfigureAwait(false);
        Queue<(Amount Deltas, Amount Stated)> sums = new(await PostgresReaders.Rows(reader,
            r => (new Amount(PostgresRows.ReadSum(r, 0)), new Amount(PostgresRows.ReadSum(r, 1)))).ConfigureAwait(false));
        return [.. cuts.Select((cut, i) => Sum(cut, heads[i], [.. cut.Spans.Select(_ => sums.Dequeue())]))];
    }

    private static JournalSum Sum(JournalCut cut, long head, (Amount Deltas, Amount Stated)[] sums) =>
        new(cut.Unit, head, [.. sums.Select(s => s.Deltas)], [.. sums.Select(s => s.Stated)]);
}
