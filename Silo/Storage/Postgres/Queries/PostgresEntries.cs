using System.Collections.Immutable;
using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Pages through a unit's journal, in its own order, and finds what each line replaced.</summary>
/// <remarks>Rows are only ever added behind the others, so the two statements need no common snapshot.</remarks>
internal static class PostgresEntries
{
    private const string Columns =
        $"""
        SELECT {PostgresRows.Columns}, r.id, h.report_id, h.received_at, h.who
        FROM (SELECT * FROM journal AS j WHERE j.unit = $1 AND
        """;

    private const string Joins =
        """
        ) AS j
        CROSS JOIN LATERAL (
          SELECT h.reporter, h.report_id, h.received_at, h.who FROM journal AS h WHERE h.unit = j.unit AND h.seq = j.seq AND h.n = 0 OFFSET 0) AS h
        LEFT JOIN source_number AS r ON r.number = h.reporter
        LEFT JOIN source_number AS s ON s.number = j.source
        """;

    private const string NewestFirst = $"{Columns} (j.seq, j.n) < ($2, $3) ORDER BY j.seq DESC, j.n DESC LIMIT $4{Joins} ORDER BY j.seq DESC, j.n DESC";

    private const string OldestFirst = $"{Columns} (j.seq, j.n) > ($2, $3) ORDER BY j.seq, j.n LIMIT $4{Joins} ORDER BY j.seq, j.n";

    private const string Register =
        $"j.unit = $1 AND j.measure = q.measure AND j.month = q.month AND j.category = q.category AND {PostgresRows.OfRegister}";

    // The latest statement before a line: of a measure of one source whoever made it, otherwise of the same source.
    private const string ReplacedSql =
        $"""
        SELECT q.i::integer, p.seq, s.id, p.statement, p.amount, p.state_quality, p.state_revision
        FROM unnest($2, $3, $4, $5, $6, $7) WITH ORDINALITY AS q(seq, n, measure, month, category, source, i)
        CROSS JOIN LATERAL (
          WITH RECURSIVE reporter AS (
            (SELECT j.source FROM journal AS j WHERE {Register} AND (q.source IS NULL OR j.source = q.source) ORDER BY j.source LIMIT 1)
            UNION ALL
            SELECT next.source FROM reporter AS at CROSS JOIN LATERAL (
              SELECT j.source FROM journal AS j WHERE {Register} AND j.source > at.source AND q.source IS NULL ORDER BY j.source LIMIT 1) AS next)
          SELECT latest.* FROM reporter AS r CROSS JOIN LATERAL (
            SELECT j.seq, j.n, j.source, j.statement, j.amount, j.state_quality, j.state_revision FROM journal AS j
            WHERE {Register} AND j.source = r.source AND (j.seq, j.n) < (q.seq, q.n)
            ORDER BY j.seq DESC, j.n DESC LIMIT 1) AS latest
          ORDER BY latest.seq DESC, latest.n DESC LIMIT 1) AS p
        LEFT JOIN source_number AS s ON s.number = p.source
        """;

    /// <summary>A page.</summary>
    public static async Task<JournalPage> Run(NpgsqlConnection connection, NumberedNames units, NumberedNames sources, UnitId unit, JournalQuery query)
    {
        int[] number = await PostgresHeads.Numbers(connection, units, [unit]).ConfigureAwait(false);
        List<(JournalLine Line, JournalRow Row)> found = [];
        JournalPlace last = query.After ?? (query.OldestFirst ? default : new JournalPlace(long.MaxValue, 0));
        bool isMore = false;
        int looks = 0;
        await using (NpgsqlCommand command = new(query.OldestFirst ? OldestFirst : NewestFirst, connection)
        {
            Parameters = { new() { Value = number[0] }, new() { Value = last.Sequence }, new() { Value = last.N }, new() { Value = JournalQuery.MaxLooks + 1 } },
        })
        {
            await using NpgsqlDataReader reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            while (!isMore && await reader.ReadAsync().ConfigureAwait(false))
            {
                isMore = found.Count == query.PageSize || looks++ == JournalQuery.MaxLooks;
                if (!isMore)
                {
                    JournalRow row = PostgresRows.Read(reader);
                    JournalLine line = ReadLine(reader, row);
                    last = line.Place;
                    found.AddRange(JournalLines.Matches(query, line) ? [(line, row)] : []);
                }
            }
        }

        ImmutableArray<JournalLine> lines = await WithReplaced(connection, sources, number[0], query, found).ConfigureAwait(false);
        return new JournalPage(lines, isMore ? last : null);
    }

    private static JournalLine ReadLine(NpgsqlDataReader r, JournalRow row)
    {
        int column = PostgresRows.ColumnCount;
        string reporter = r.IsDBNull(column) ? "" : r.GetString(column);
        string report = r.IsDBNull(column + 1) ? "" : r.GetString(column + 1);
        return JournalLines.Of(r.GetInt64(0), row, reporter, report, PostgresRows.ReadInstant(r, column + 2), r.IsDBNull(column + 3) ? null : r.GetString(column + 3));
    }

    private static async Task<ImmutableArray<JournalLine>> WithReplaced(
        NpgsqlConnection connection, NumberedNames sources, int unit, JournalQuery query, List<(JournalLine Line, JournalRow Row)> found)
    {
        int[] places = [.. Enumerable.Range(0, found.Count).Where(i => JournalLines.MayReplace(found[i].Row))];
        JournalLine[] lines = [.. found.Select(f => f.Line)];
        if (places.Length == 0)
        {
            return [.. lines];
        }

        await sources.Find(connection, places.Select(i => found[i].Row.Source.Text)).ConfigureAwait(false);
        int?[] ofSource = [.. places.Select(i => query.ManySources.Contains(found[i].Row.Subject!.Value) ? sources[found[i].Row.Source.Text] : (int?)null)];
        List<(int Place, ReplacedStatement? Statement)> replaced = await PostgresReaders.Rows(connection, ReplacedSql, ReadReplaced,
            unit, places.Select(i => lines[i].Place.Sequence).ToArray(), places.Select(i => lines[i].Place.N).ToArray(),
            places.Select(i => found[i].Row.Subject!.Value).ToArray(), places.Select(i => (short)found[i].Row.Month.Number).ToArray(),
            places.Select(i => (int)found[i].Row.Category).ToArray(), ofSource).ConfigureAwait(false);
        foreach ((int place, ReplacedStatement? statement) in replaced)
        {
            lines[places[place]] = lines[places[place]] with { Replaced = statement };
        }

        return [.. lines];
    }

    private static (int Place, ReplacedStatement? Statement) ReadReplaced(NpgsqlDataReader r)
    {
        Statement stood = PostgresRows.ReadStatement(r, 3);
        return (r.GetInt32(0) - 1, stood.Kind == StatementKind.None
            ? null
            : new ReplacedStatement(stood.Cell, PostgresRows.ReadSource(r, 2), r.GetInt64(1), stood.Quality));
    }
}
