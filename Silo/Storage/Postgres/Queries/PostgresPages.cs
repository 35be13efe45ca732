using System.Collections.Immutable;
using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Reads pages of the ledgers of many units: of every register-month the latest row that states something, and the latest hand-overs.</summary>
/// <remarks>A loose scan: from the latest row of one register-month the index is probed for the next register-month, so that the cost
/// does not grow with corrections. What lies before a page's first month comes as one sum a register.</remarks>
internal static class PostgresPages
{
    private const string Columns = "j.kind, j.category, j.month, j.source, j.seq, j.n, j.statement, j.amount, j.state_quality, j.state_revision";

    private static readonly string RegistersSql = Found(LooseScan(PostgresRows.OfRegister));

    private static readonly string HandOversSql = Found(LooseScan(PostgresRows.OfHandOver));

    // A register of one source goes on when another one takes over: of a month only the latest statement counts, whoever made it.
    private static readonly string SumsSql =
        $"""
        SELECT q.i::integer, p.same_year, s.id, p.seq, p.n, p.category, p.sum
        FROM {Questions("lo smallint, hi smallint, year smallint, many boolean")}
        CROSS JOIN LATERAL (
          SELECT f.category, f.month >= q.year AS same_year, sum(f.amount) AS sum,
            (array_agg(f.source ORDER BY f.seq DESC, f.n DESC))[1] AS source, max(f.seq) AS seq, (array_agg(f.n ORDER BY f.seq DESC, f.n DESC))[1] AS n
          FROM (
            SELECT l.*, row_number() OVER (PARTITION BY l.month, l.category, CASE WHEN q.many THEN l.source END ORDER BY l.seq DESC, l.n DESC) AS place
            FROM ({LooseScan(PostgresRows.OfRegister)}) AS l) AS f
          WHERE f.place = 1
          GROUP BY f.category, same_year, CASE WHEN q.many THEN f.source END) AS p
        LEFT JOIN source_number AS s ON s.number = p.source
        """;

    private const string TargetColumns = "j.kind, j.indicator, j.category, j.month, j.span, j.source, j.seq, j.n, j.statement, j.amount, j.state_quality, j.state_revision, j.detail";

    private const string TargetOrder = "ORDER BY j.indicator DESC, j.month DESC, j.span DESC, j.category DESC, j.source DESC, j.seq DESC, j.n DESC LIMIT 1";

    private const string TargetsSql =
        $"""
        SELECT q.i::integer, t.kind, t.indicator, t.category, t.month, t.span, s.id, t.seq, t.n, t.statement, t.amount, t.state_quality, t.state_revision, t.detail
        FROM unnest($1) WITH ORDINALITY AS q(unit, i)
        CROSS JOIN LATERAL (
          WITH RECURSIVE page AS (
            (SELECT {TargetColumns} FROM journal AS j WHERE j.unit = q.unit AND j.statement IS NOT NULL AND j.indicator IS NOT NULL {TargetOrder})
            UNION ALL
            SELECT next.* FROM page AS at CROSS JOIN LATERAL (
              SELECT {TargetColumns} FROM journal AS j
              WHERE j.unit = q.unit AND j.statement IS NOT NULL AND j.indicator IS NOT NULL
                AND (j.indicator, j.month, j.span, j.category, j.source) < (at.indicator, at.month, at.span, at.category, at.source)
              {TargetOrder}) AS next)
          SELECT * FROM page) AS t
        LEFT JOIN source_number AS s ON s.number = t.source
        """;

    /// <summary>Reads them, and the ends of the journals, in the order of the questions.</summary>
    public static async Task<IReadOnlyList<PageReading>> Run(
        NpgsqlConnection connection, NumberedNames units, IReadOnlyList<(UnitId Unit, IReadOnlyCollection<PageKey> Pages)> asked)
    {
        int[] numbers = await PostgresHeads.Numbers(connection, units, [.. asked.Select(a => a.Unit)]).ConfigureAwait(false);
        PageQuestion[] questions = [.. asked.SelectMany((a, i) => a.Pages.Select(page => PageQuestion.Of(i, numbers[i], page)))];
        PageQuestion[] ofMeasures = [.. questions.Where(q => !q.IsOfTargets)];
        PageQuestion[] withSums = [.. ofMeasures.Where(q => q.From > q.First)];
        PageQuestion[] ofTargets = [.. questions.Where(q => q.IsOfTargets)];
        await using NpgsqlBatch batch = new(connection)
        {
            BatchCommands = { PostgresReaders.Statement(PostgresReaders.Begin), PostgresHeads.EndsOf(numbers) },
        };
        if (ofMeasures.Length > 0)
        {
            batch.BatchCommands.Add(Ask(RegistersSql, ofMeasures, q => q.From, q => q.Last));
            batch.BatchCommands.Add(Ask(HandOversSql, ofMeasures, q => q.First, q => q.Last));
        }

        if (withSums.Length > 0)
        {
            NpgsqlBatchCommand sums = Ask(SumsSql, withSums, q => q.First, q => q.From.Plus(-1));
            sums.Parameters.Add(new NpgsqlParameter { Value = withSums.Select(q => (short)Month.FirstOf(q.From.Year).Number).ToArray() });
            sums.Parameters.Add(new NpgsqlParameter { Value = withSums.Select(q => q.Page.Sources == SourceRule.Many).ToArray() });
            batch.BatchCommands.Add(sums);
        }

        if (ofTargets.Length > 0)
        {
            batch.BatchCommands.Add(PostgresReaders.Statement(TargetsSql, ofTargets.Select(q => q.Number).ToArray()));
        }

        batch.BatchCommands.Add(PostgresReaders.Statement(PostgresReaders.End));
        return await Collect(batch, asked.Count, ofMeasures, withSums, ofTargets).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<PageReading>> Collect(
        NpgsqlBatch batch, int count, PageQuestion[] ofMeasures, PageQuestion[] withSums, PageQuestion[] ofTargets)
    {
        ImmutableArray<PageRow>.Builder[] rows = [.. Enumerable.Range(0, count).Select(_ => ImmutableArray.CreateBuilder<PageRow>())];
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        List<long> heads = await PostgresReaders.Rows(reader, r => r.GetInt64(0)).ConfigureAwait(false);
        if (ofMeasures.Length > 0)
        {
            await Add(reader, rows, ofMeasures, ReadRegister).ConfigureAwait(false);
            await Add(reader, rows, ofMeasures, ReadRegister).ConfigureAwait(false);
        }

        if (withSums.Length > 0)
        {
            await Add(reader, rows, withSums, ReadSum).ConfigureAwait(false);
        }

        if (ofTargets.Length > 0)
        {
            await Add(reader, rows, ofTargets, ReadTarget).ConfigureAwait(false);
        }

        return [.. heads.Select((head, i) => new PageReading(head, rows[i].ToImmutable()))];
    }

    private static async Task Add(
        NpgsqlDataReader reader, ImmutableArray<PageRow>.Builder[] rows, PageQuestion[] questions, Func<NpgsqlDataReader, PageQuestion, PageRow> read)
    {
        await reader.NextResultAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            PageQuestion question = questions[reader.GetInt32(0) - 1];
            rows[question.Place].Add(read(reader, question));
        }
    }

    private static PageRow ReadRegister(NpgsqlDataReader r, PageQuestion q) => new(
        (RowKind)r.GetInt16(1), q.Page.Measure, checked((ushort)r.GetInt32(2)), Month.FromNumber(r.GetInt16(3)),
        (RowKind)r.GetInt16(1) == RowKind.HandOver ? r.GetInt16(4) : 0, PostgresRows.ReadSource(r, 5), r.GetInt64(6), r.GetInt32(7),
        PostgresRows.ReadStatement(r, 8));

    private static PageRow ReadTarget(NpgsqlDataReader r, PageQuestion q) => new(
        (RowKind)r.GetInt16(1), r.GetInt32(2), checked((ushort)r.GetInt32(3)), Month.FromNumber(r.GetInt16(4)), r.GetInt16(5),
        PostgresRows.ReadSource(r, 6), r.GetInt64(7), r.GetInt32(8), PostgresRows.ReadStatement(r, 9))
    {
        Detail = r.IsDBNull(13) ? null : r.GetString(13),
    };

    /// <summary>The sum of the same year stands in the month before, so that it says who owns the year; that of the years before in December.</summary>
    private static PageRow ReadSum(NpgsqlDataReader r, PageQuestion q) => new(
        RowKind.Set, q.Page.Measure, checked((ushort)r.GetInt32(5)), r.GetBoolean(1) ? q.From.Plus(-1) : Month.FirstOf(q.From.Year).Plus(-1), 0,
        PostgresRows.ReadSource(r, 2), r.GetInt64(3), r.GetInt32(4),
        new Statement(StatementKind.Value, new Amount(PostgresRows.ReadSum(r, 6)), Quality.Final, null));

    private static NpgsqlBatchCommand Ask(string sql, PageQuestion[] questions, Func<PageQuestion, Month> from, Func<PageQuestion, Month> to) =>
        PostgresReaders.Statement(sql,
            questions.Select(q => q.Number).ToArray(), questions.Select(q => q.Page.Measure).ToArray(),
            questions.Select(q => (short)from(q).Number).ToArray(), questions.Select(q => (short)to(q).Number).ToArray());

    private static string Questions(string columns)
    {
        string[] names = ["unit", "measure", .. columns.Split(", ").Select(column => column.Split(' ')[0])];
        string values = string.Join(", ", Enumerable.Range(1, names.Length).Select(i => $"${i}"));
        return $"unnest({values}) WITH ORDINALITY AS q({string.Join(", ", names)}, i)";
    }

    private static string Found(string scan) =>
        $"""
        SELECT q.i::integer, p.kind, p.category, p.month, p.span, s.id, p.seq, p.n, p.statement, p.amount, p.state_quality, p.state_revision
        FROM {Questions("lo smallint, hi smallint")}
        CROSS JOIN LATERAL ({scan}) AS p
        LEFT JOIN source_number AS s ON s.number = p.source
        """;

    private static string LooseScan(string filter)
    {
        const string Order = "ORDER BY j.month DESC, j.category DESC, j.source DESC, j.seq DESC, j.n DESC LIMIT 1";
        return $"""
            WITH RECURSIVE page AS (
              (SELECT {Columns}, j.span FROM journal AS j
               WHERE j.unit = q.unit AND j.measure = q.measure AND j.month BETWEEN q.lo AND q.hi AND {filter} {Order})
              UNION ALL
              SELECT next.* FROM page AS at CROSS JOIN LATERAL (
                SELECT {Columns}, j.span FROM journal AS j
                WHERE j.unit = q.unit AND j.measure = q.measure AND j.month >= q.lo
                  AND (j.month, j.category, j.source) < (at.month, at.category, at.source) AND {filter} {Order}) AS next)
            SELECT * FROM page
            """;
    }
}
