using System.Data.Common;
using Units.Grains.Storage;

namespace Units.Silo.Verifying;

/// <summary>Reads the rows of <see cref="LedgerDialect"/>.</summary>
internal static class LedgerRows
{
    /// <summary>The column of the source that sent the report.</summary>
    public const int Reporter = 21;

    /// <summary>The column of its id.</summary>
    public const int Report = 22;

    private const int Source = 19;
    private const int Detail = 20;

    /// <summary>An integer that fits 32 bits.</summary>
    public static int Int(this DbDataReader r, int column) => checked((int)r.GetInt64(column));

    /// <summary>A text; empty where it is absent.</summary>
    public static string TextOr(this DbDataReader r, int column) => r.IsDBNull(column) ? "" : r.GetString(column);

    /// <summary>A row of <see cref="LedgerDialect.Journal"/>.</summary>
    public static JournalRow Read(DbDataReader r) => new()
    {
        N = r.Int(1),
        Kind = (RowKind)r.Int(2),
        Outcome = (EntryOutcome)r.Int(3),
        Subject = r.IsDBNull(4) ? null : r.Int(4),
        Category = checked((ushort)r.GetInt64(5)),
        Month = Month.FromNumber(r.Int(6)),
        Span = r.Int(7),
        Source = r.TextOr(Source) is { Length: > 0 } source ? new SourceId(source) : default,
        Value = new Amount(r.GetInt64(8)),
        Quality = (Quality)r.Int(9),
        Revision = LongOrNull(r, 10),
        Delta = new Amount(r.GetInt64(11)),
        Presence = r.Int(12),
        Estimated = new Amount(r.GetInt64(13)),
        AtLeast = r.Int(14),
        After = r.IsDBNull(15) ? null : new Statement((StatementKind)r.Int(15), new Amount(r.GetInt64(16)), (Quality)r.Int(17), LongOrNull(r, 18)),
        Detail = r.IsDBNull(Detail) ? null : r.GetString(Detail),
    };

    /// <summary>The cells of one row of sums that are not zero.</summary>
    public static IEnumerable<CellValue> ReadSums(DbDataReader r)
    {
        CellKey key = CellKey.FromRow((Aspect)r.Int(0), r.Int(1), checked((ushort)r.GetInt64(2)), Month.FromNumber(r.Int(3)), r.Int(4));
        CellValue[] cells =
        [
            new(key, Whole(r, 5)), new(key.With(JournalRow.PresenceOf(key.Aspect)), new Amount(r.GetInt64(7))),
            new(key.With(Aspect.Estimated), Whole(r, 8)), new(key.With(Aspect.AtLeast), new Amount(r.GetInt64(10))),
        ];
        return cells.Where(c => !c.Amount.IsZero);
    }

    private static Amount Whole(DbDataReader r, int first) => new(checked(((Int128)r.GetInt64(first) * (1L << 32)) + r.GetInt64(first + 1)));

    private static long? LongOrNull(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetInt64(column);
}
