using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>The shape in which the journal stores a row. Pinned by a test.</summary>
internal static class PostgresRows
{
    /// <summary>Takes rows in; see <see cref="Write"/>.</summary>
    public const string CopySql =
        """
        COPY journal (seq, value, delta, estimated, amount, revision, state_revision, received_at, unit, n, source, measure, indicator, category,
          reporter, month, span, kind, outcome, quality, presence, at_least, statement, state_quality, report_id, content_hash, batch, detail, who)
        FROM STDIN (FORMAT BINARY)
        """;

    /// <summary>How many columns it takes.</summary>
    private const short CopyFields = 29;

    /// <summary>The rows <c>j</c> in the index of registers, in the words by which the planner finds it.</summary>
    public const string OfRegister = "j.measure IS NOT NULL AND j.statement IS NOT NULL AND j.kind <> 4";

    /// <summary>The rows <c>j</c> in the index of hand-overs.</summary>
    public const string OfHandOver = "j.measure IS NOT NULL AND j.statement IS NOT NULL AND j.kind = 4";

    /// <summary>The columns of <see cref="Read"/>, in its order, of a row <c>j</c> with its source <c>s</c>.</summary>
    public const string Columns =
        "j.seq, j.n, j.kind, j.outcome, coalesce(j.measure, j.indicator), j.category, j.month, j.span, s.id, j.value, j.quality, j.revision, "
        + "j.delta, j.presence, coalesce(j.estimated, 0), coalesce(j.at_least, 0::smallint), j.statement, j.amount, j.state_quality, j.state_revision, j.detail";

    /// <summary>How many columns these are.</summary>
    public const int ColumnCount = 21;

    /// <summary>Writes the rows of a batch.</summary>
    public static void Write(CopyBuffer copy, int unit, JournalBatch batch, NumberedNames sources)
    {
        foreach (JournalReport report in batch.Reports)
        {
            foreach (JournalRow row in report.Rows)
            {
                copy.StartRow(CopyFields);
                WriteAmounts(copy, report, row);
                WriteKeys(copy, unit, report, row, sources);
                WriteKinds(copy, row);
                WriteHeader(copy, row.N == 0 ? report : null, batch.BatchId);
                copy.AddOr(row.Detail);
                copy.AddOr(row.N == 0 ? report.Who : null);
            }
        }
    }

    /// <summary>The row in <see cref="Columns"/>, from column <paramref name="first"/> on.</summary>
    public static JournalRow Read(NpgsqlDataReader r, int first = 0) => new()
    {
        N = r.GetInt32(first + 1),
        Kind = (RowKind)r.GetInt16(first + 2),
        Outcome = (EntryOutcome)r.GetInt16(first + 3),
        Subject = r.IsDBNull(first + 4) ? null : r.GetInt32(first + 4),
        Category = checked((ushort)r.GetInt32(first + 5)),
        Month = Month.FromNumber(r.GetInt16(first + 6)),
        Span = r.GetInt16(first + 7),
        Source = ReadSource(r, first + 8),
        Value = new Amount(r.GetInt64(first + 9)),
        Quality = (Quality)r.GetInt16(first + 10),
        Revision = LongOrNull(r, first + 11),
        Delta = new Amount(r.GetInt64(first + 12)),
        Presence = r.GetInt16(first + 13),
        Estimated = new Amount(r.GetInt64(first + 14)),
        AtLeast = r.GetInt16(first + 15),
        After = r.IsDBNull(first + 16) ? null : ReadStatement(r, first + 16),
        Detail = r.IsDBNull(first + 20) ? null : r.GetString(first + 20),
    };

    /// <summary>The statement in four columns from <paramref name="first"/> on.</summary>
    public static Statement ReadStatement(NpgsqlDataReader r, int first) => new(
        (StatementKind)r.GetInt16(first), new Amount(r.GetInt64(first + 1)), (Quality)r.GetInt16(first + 2), LongOrNull(r, first + 3));

    /// <summary>The source in a column; absent is none.</summary>
    public static SourceId ReadSource(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? default : new SourceId(r.GetString(column));

    /// <summary>An instant.</summary>
    public static DateTimeOffset ReadInstant(NpgsqlDataReader r, int column) => new(r.GetDateTime(column), TimeSpan.Zero);

    /// <summary>A sum of amounts, which may go beyond 64 bits.</summary>
    public static Int128 ReadSum(NpgsqlDataReader r, int column) => (Int128)r.GetDecimal(column);

    private static long? LongOrNull(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetInt64(column);

    private static void WriteAmounts(CopyBuffer copy, JournalReport report, JournalRow row)
    {
        copy.Add(report.Sequence);
        copy.Add(row.Value.ToStored());
        copy.Add(row.Delta.ToStored());
        copy.AddOr(row.Estimated.IsZero ? null : (long?)row.Estimated.ToStored());
        copy.AddOr(row.After?.Cell.ToStored());
        copy.AddOr(row.Revision);
        copy.AddOr(row.After?.Revision);
        if (row.N == 0)
        {
            copy.Add(report.ReceivedAt);
        }
        else
        {
            copy.Absent();
        }
    }

    private static void WriteKeys(CopyBuffer copy, int unit, JournalReport report, JournalRow row, NumberedNames sources)
    {
        bool target = JournalRows.IsTarget(row.Kind);
        copy.Add(unit);
        copy.Add(row.N);
        copy.Add(sources[row.Source.Text]);
        copy.AddOr(target ? null : row.Subject);
        copy.AddOr(target ? row.Subject : null);
        copy.Add((int)row.Category);
        copy.AddOr(row.N == 0 && report.Key.Source.Text.Length > 0 ? sources[report.Key.Source.Text] : (int?)null);
    }

    private static void WriteKinds(CopyBuffer copy, JournalRow row)
    {
        copy.Add((short)row.Month.Number);
        copy.Add((short)row.Span);
        copy.Add((short)row.Kind);
        copy.Add((short)row.Outcome);
        copy.Add((short)row.Quality);
        copy.Add((short)row.Presence);
        copy.AddOr(row.AtLeast == 0 ? null : (short?)row.AtLeast);
        copy.AddOr((short?)row.After?.Kind);
        copy.AddOr((short?)row.After?.Quality);
    }

    private static void WriteHeader(CopyBuffer copy, JournalReport? report, Guid batch)
    {
        if (report is null)
        {
            copy.Absent();
            copy.Absent();
            copy.Absent();
            return;
        }

        copy.AddOr(report.Key.Report.Text is { Length: > 0 } id ? id : null);
        copy.Add(report.ContentHash.AsSpan());
        copy.Add(batch);
    }
}
