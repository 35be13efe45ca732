using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Reads pages of a ledger: of every register-month the latest row that states something, and the latest hand-overs.</summary>
/// <remarks>A loose scan: from the latest row of one register-month the index is probed for the next register-month, so that the cost
/// does not grow with corrections. What lies before a page's first month comes as one sum a register.</remarks>
internal static class PagesQuery
{
    private const string Found = "page CROSS JOIN journal AS at ON at.unit = ?1 AND at.seq = page.place >> 20 AND at.n = page.place & 1048575";

    private const string OfMeasure = "j.measure = ?2 AND j.statement IS NOT NULL AND j.measure IS NOT NULL";

    private static readonly string Registers = LooseScan("journal_register",
        OfMeasure + " AND j.kind <> 4",
        "j.month >= ?3", "j.month <= ?4", "month", "category", "source");

    private static readonly string SumsOfOneSource = Sums("category");

    private static readonly string SumsOfManySources = Sums("category, source");

    private static readonly string HandOvers = LooseScan("journal_hand_over",
        OfMeasure + " AND j.kind = 4",
        "j.month >= ?3", "j.month <= ?4", "month", "category", "source");

    private static readonly string Targets = LooseScan("journal_target",
        "j.statement IS NOT NULL AND j.indicator IS NOT NULL",
        "1", "1", "indicator", "month", "span", "category", "source");

    /// <summary>Reads them, and the end of the journal.</summary>
    public static PageReading Run(SqliteSession session, UnitId unit, IReadOnlyCollection<PageKey> pages)
    {
        ImmutableArray<PageRow>.Builder rows = ImmutableArray.CreateBuilder<PageRow>();
        foreach (PageKey page in pages)
        {
            if (page.Kind == PageKind.Targets)
            {
                Collect(session.Prepare(Targets).Bind(1, unit.Text), rows);
                continue;
            }

            (Month first, Month last) = page.Kind == PageKind.Flow
                ? (Month.FirstOf(page.Year), Month.LastOf(page.Year))
                : (Month.MinValue, Month.MaxValue);
            Month from = page.From > first ? page.From : first;
            if (from > first)
            {
                string sums = page.Sources == SourceRule.Many ? SumsOfManySources : SumsOfOneSource;
                SqliteStatement read = Bind(session.Prepare(sums), unit, page, first, from.Plus(-1)).Bind(5, Month.FirstOf(from.Year).Number);
                CollectSums(read, page, from, rows);
            }

            Collect(Bind(session.Prepare(Registers), unit, page, from, last), rows);
            Collect(Bind(session.Prepare(HandOvers), unit, page, first, last), rows);
        }

        return new PageReading(HeadQuery.Run(session, unit).Sequence, rows.ToImmutable());
    }

    private static SqliteStatement Bind(SqliteStatement read, UnitId unit, PageKey page, Month from, Month to) =>
        read.Bind(1, unit.Text).Bind(2, page.Measure).Bind(3, from.Number).Bind(4, to.Number);

    /// <summary>The sum of the same year stands in the month before, so that it says who owns the year; that of the years before in December.</summary>
    private static void CollectSums(SqliteStatement read, PageKey page, Month from, ImmutableArray<PageRow>.Builder rows)
    {
        while (read.Step())
        {
            Month month = read.Int(1) != 0 ? from.Plus(-1) : Month.FirstOf(from.Year).Plus(-1);
            Amount sum = new(((Int128)read.Long(5) << 32) + read.Long(6));
            rows.Add(new PageRow(
                RowKind.Set, page.Measure, checked((ushort)read.Long(0)), month, 0, JournalRows.ReadSource(read, 2), read.Long(3), read.Int(4),
                new Statement(StatementKind.Value, sum, Quality.Final, null)));
        }
    }

    private static void Collect(SqliteStatement read, ImmutableArray<PageRow>.Builder rows)
    {
        while (read.Step())
        {
            rows.Add(new PageRow(
                (RowKind)read.Int(0), read.Int(1), checked((ushort)read.Long(2)), Month.FromNumber(read.Int(3)), read.Int(4),
                JournalRows.ReadSource(read, 5), read.Long(6), read.Int(7), JournalRows.ReadStatement(read, 8))
            {
                Detail = read.IsNull(12) ? null : read.Text(12),
            });
        }
    }

    // SQLite has no lateral join, but a scalar subquery may probe: it answers sequence and row number packed into one integer.
    // Each probe has at most one bound on either side of the first key, or equality: offered more, SQLite seeks by the wrong one and
    // walks every row of a month. It does the same with a comparison of row values, which would be shorter.
    private static string LooseScan(string index, string filter, string from, string to, params string[] keys) =>
        $"""
        {Latest(index, filter, from, to, keys)}
        SELECT at.kind, ifnull(at.measure, at.indicator), at.category, at.month, at.span, at.source, at.seq, at.n,
          at.statement, at.amount, at.state_quality, at.state_revision, at.detail
        FROM {Found}
        """;

    // A register of one source goes on when another one takes over: of a month only the latest statement counts, whoever made it.
    // High and low halves are summed apart, since amounts may add up beyond 64 bits.
    private static string Sums(string register) =>
        $"""
        {Latest("journal_register", OfMeasure + " AND j.kind <> 4", "j.month >= ?3", "j.month <= ?4", "month", "category", "source")},
        latest AS (
          SELECT at.category, at.month, at.source, at.seq, at.n, at.amount,
            row_number() OVER (PARTITION BY at.month, {string.Join(", ", register.Split(", ").Select(key => $"at.{key}"))} ORDER BY at.seq DESC, at.n DESC) AS place
          FROM {Found})
        SELECT category, month >= ?5 AS same_year, source, max(seq), n, sum(amount >> 32), sum(amount & 4294967295)
        FROM latest WHERE place = 1 GROUP BY {register}, same_year
        """;

    private static string Latest(string index, string filter, string from, string to, params string[] keys)
    {
        string order = string.Join(", ", keys.Concat(["seq", "n"]).Select(key => $"j.{key} DESC"));
        string Probe(string where) =>
            $"(SELECT (j.seq << 20) | j.n FROM journal AS j INDEXED BY {index} WHERE j.unit = ?1 AND {filter} AND {where} ORDER BY {order} LIMIT 1)";
        string Next(int last) => string.Join(" AND ", keys[..last].Select(key => $"j.{key} = at.{key}")
            .Append($"j.{keys[last]} < at.{keys[last]}").Append(last == 0 ? from : "1"));
        string next = string.Join(",\n    ", Enumerable.Range(0, keys.Length).Reverse().Select(last => Probe(Next(last))));
        return $"""
            WITH RECURSIVE page(place) AS (
              SELECT {Probe($"{from} AND {to}")}
              UNION ALL
              SELECT coalesce({next}) FROM {Found})
            """;
    }
}
