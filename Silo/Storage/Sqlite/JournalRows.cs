using System.Globalization;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>The shape in which the journal stores a row. Pinned by a test.</summary>
internal static class JournalRows
{
    /// <summary>A report's row numbers stay below this, so that sequence and number pack into one integer.</summary>
    public const int MaxRowsPerReport = 1 << 20;

    /// <summary>Inserts a row; see <see cref="Insert"/>.</summary>
    public const string InsertSql =
        """
        INSERT INTO journal (unit, seq, n, kind, outcome, measure, indicator, category, month, span, source, value, quality, revision,
          delta, presence, estimated, at_least, statement, amount, state_quality, state_revision, detail,
          reporter, report_id, content_hash, received_at, batch, who)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29)
        """;

    /// <summary>The columns of <see cref="ReadRow"/>, in its order.</summary>
    public const string RowColumns =
        "j.seq, j.n, j.kind, j.outcome, ifnull(j.measure, j.indicator), j.category, j.month, j.span, j.source, j.value, j.quality, j.revision, "
        + "j.delta, j.presence, j.estimated, j.at_least, j.statement, j.amount, j.state_quality, j.state_revision, j.detail";

    /// <summary>How many columns these are.</summary>
    public const int RowColumnCount = 21;

    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>True for the rows whose subject is an indicator.</summary>
    public static bool IsTarget(RowKind kind) => kind is RowKind.Target or RowKind.RatioTarget;

    /// <summary>Binds and runs <see cref="InsertSql"/>.</summary>
    public static void Insert(SqliteStatement insert, JournalBatch batch, JournalReport report, JournalRow row)
    {
        bool target = IsTarget(row.Kind);
        insert.Bind(1, batch.Unit.Text).Bind(2, report.Sequence).Bind(3, row.N).Bind(4, (int)row.Kind).Bind(5, (int)row.Outcome)
            .Bind(6, target ? null : (long?)row.Subject).Bind(7, target ? (long?)row.Subject : null)
            .Bind(8, row.Category).Bind(9, row.Month.Number).Bind(10, row.Span).Bind(11, row.Source.Text)
            .Bind(12, row.Value.ToStored()).Bind(13, (int)row.Quality).Bind(14, row.Revision)
            .Bind(15, row.Delta.ToStored()).Bind(16, row.Presence).Bind(17, row.Estimated.ToStored()).Bind(18, row.AtLeast)
            .Bind(23, row.Detail);
        BindStatement(insert, row.After);
        BindHeader(insert, row.N == 0 ? report : null, batch.BatchId);
        insert.Run();
    }

    /// <summary>The row in <see cref="RowColumns"/>.</summary>
    public static JournalRow ReadRow(SqliteStatement s) => new()
    {
        N = s.Int(1),
        Kind = (RowKind)s.Int(2),
        Outcome = (EntryOutcome)s.Int(3),
        Subject = s.IsNull(4) ? null : s.Int(4),
        Category = checked((ushort)s.Long(5)),
        Month = Month.FromNumber(s.Int(6)),
        Span = s.Int(7),
        Source = ReadSource(s, 8),
        Value = new Amount(s.Long(9)),
        Quality = (Quality)s.Int(10),
        Revision = s.LongOrNull(11),
        Delta = new Amount(s.Long(12)),
        Presence = s.Int(13),
        Estimated = new Amount(s.Long(14)),
        AtLeast = s.Int(15),
        After = s.IsNull(16) ? null : ReadStatement(s, 16),
        Detail = s.IsNull(20) ? null : s.Text(20),
    };

    /// <summary>The statement in four columns from <paramref name="first"/> on.</summary>
    public static Statement ReadStatement(SqliteStatement s, int first) => new(
        (StatementKind)s.Int(first), new Amount(s.Long(first + 1)), (Quality)s.Int(first + 2), s.LongOrNull(first + 3));

    /// <summary>The source in a column; empty is none.</summary>
    public static SourceId ReadSource(SqliteStatement s, int column) => s.Text(column) is { Length: > 0 } text ? new SourceId(text) : default;

    /// <summary>An instant as it is stored: UTC, seven decimals.</summary>
    public static string WriteInstant(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="WriteInstant"/> wrote.</summary>
    public static DateTimeOffset ReadInstant(string text) =>
        DateTimeOffset.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static void BindStatement(SqliteStatement insert, Statement? after)
    {
        if (after is { } stands)
        {
            insert.Bind(19, (int)stands.Kind).Bind(20, stands.Cell.ToStored()).Bind(21, (int)stands.Quality).Bind(22, stands.Revision);
        }
        else
        {
            insert.BindNull(19).BindNull(20).BindNull(21).BindNull(22);
        }
    }

    private static void BindHeader(SqliteStatement insert, JournalReport? report, Guid batch)
    {
        if (report is null)
        {
            insert.BindNull(24).BindNull(25).BindNull(26).BindNull(27).BindNull(28).BindNull(29);
            return;
        }

        Span<byte> id = stackalloc byte[16];
        batch.TryWriteBytes(id, bigEndian: true, out _);
        insert.Bind(24, NullIfEmpty(report.Key.Source.Text)).Bind(25, NullIfEmpty(report.Key.Report.Text))
            .Bind(26, report.ContentHash.AsSpan()).Bind(27, WriteInstant(report.ReceivedAt)).Bind(28, id).Bind(29, report.Who);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
