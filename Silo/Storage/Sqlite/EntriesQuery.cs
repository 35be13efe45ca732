using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Pages through a unit's journal, in its own order, and finds what each line replaced.</summary>
internal static class EntriesQuery
{
    private const string Columns =
        "SELECT " + JournalRows.RowColumns + ", h.reporter, h.report_id, h.received_at, h.who FROM journal AS j "
        + "CROSS JOIN journal AS h ON h.unit = j.unit AND h.seq = j.seq AND h.n = 0 WHERE j.unit = ?1 AND ";

    // Both numbers of a place are compared at once, so that an index goes there at once: one after the other, all lines of a report before it would be stepped over.
    private const string NewestFirst = Columns + "(j.seq, j.n) < (?2, ?3) ORDER BY j.seq DESC, j.n DESC";

    private const string OldestFirst = Columns + "(j.seq, j.n) > (?2, ?3) ORDER BY j.seq, j.n";

    private const string Register =
        "FROM journal INDEXED BY journal_register WHERE unit = ?1 AND measure = ?2 AND month = ?3 AND category = ?4 "
        + "AND statement IS NOT NULL AND measure IS NOT NULL AND kind <> 4 ";

    private const string SourcesSql = "SELECT source " + Register + "AND source > ?5 ORDER BY source LIMIT 1";

    private const string BeforeSql =
        "SELECT seq, n, source, statement, amount, state_quality, state_revision " + Register
        + "AND source = ?5 AND (seq, n) < (?6, ?7) ORDER BY seq DESC, n DESC LIMIT 1";

    /// <summary>A page.</summary>
    public static JournalPage Run(SqliteSession session, UnitId unit, JournalQuery query)
    {
        JournalPlace start = query.After ?? (query.OldestFirst ? default : new JournalPlace(long.MaxValue, 0));
        SqliteStatement read = session.Prepare(query.OldestFirst ? OldestFirst : NewestFirst)
            .Bind(1, unit.Text).Bind(2, start.Sequence).Bind(3, start.N);
        List<(JournalLine Line, JournalRow Row)> found = [];
        JournalPlace last = start;
        int looks = 0;
        bool isMore = false;
        while (read.Step())
        {
            if (found.Count == query.PageSize || looks == JournalQuery.MaxLooks)
            {
                isMore = true;
                break;
            }

            looks++;
            JournalRow row = JournalRows.ReadRow(read);
            JournalLine line = Line(read, row);
            last = line.Place;
            if (JournalLines.Matches(query, line))
            {
                found.Add((line, row));
            }
        }

        read.Reset();
        ImmutableArray<JournalLine> lines = [.. found.Select(f => f.Line with { Replaced = Replaced(session, unit, query, f.Line, f.Row) })];
        return new JournalPage(lines, isMore ? last : null);
    }

    private static JournalLine Line(SqliteStatement read, JournalRow row)
    {
        int column = JournalRows.RowColumnCount;
        return JournalLines.Of(read.Long(0), row, read.Text(column), read.Text(column + 1), JournalRows.ReadInstant(read.Text(column + 2)),
            read.IsNull(column + 3) ? null : read.Text(column + 3));
    }

    /// <summary>The latest statement before a line: of a measure of one source whoever made it, otherwise of the same source.</summary>
    private static ReplacedStatement? Replaced(SqliteSession session, UnitId unit, JournalQuery query, JournalLine line, JournalRow row)
    {
        if (!JournalLines.MayReplace(row) || row.Subject is not { } measure)
        {
            return null;
        }

        IEnumerable<string> sources = query.ManySources.Contains(measure) ? [row.Source.Text] : Sources(session, unit, row, measure);
        (JournalPlace Place, ReplacedStatement? Statement)? latest = null;
        foreach (string source in sources)
        {
            SqliteStatement read = Bind(session.Prepare(BeforeSql), unit, row, measure, source).Bind(6, line.Place.Sequence).Bind(7, line.Place.N);
            if (read.Step())
            {
                JournalPlace place = new(read.Long(0), read.Int(1));
                Statement stood = JournalRows.ReadStatement(read, 3);
                if (latest is null || (place.Sequence, place.N).CompareTo((latest.Value.Place.Sequence, latest.Value.Place.N)) > 0)
                {
                    latest = (place, stood.Kind == StatementKind.None ? null
                        : new ReplacedStatement(stood.Cell, JournalRows.ReadSource(read, 2), place.Sequence, stood.Quality));
                }
            }

            read.Reset();
        }

        return latest?.Statement;
    }

    private static List<string> Sources(SqliteSession session, UnitId unit, JournalRow row, int measure)
    {
        List<string> sources = [];
        string last = "";
        while (true)
        {
            SqliteStatement read = Bind(session.Prepare(SourcesSql), unit, row, measure, last);
            bool isOne = read.Step();
            last = isOne ? read.Text(0) : "";
            read.Reset();
            if (!isOne)
            {
                return sources;
            }

            sources.Add(last);
        }
    }

    private static SqliteStatement Bind(SqliteStatement read, UnitId unit, JournalRow row, int measure, string source) =>
        read.Bind(1, unit.Text).Bind(2, measure).Bind(3, row.Month.Number).Bind(4, row.Category).Bind(5, source);
}
