using System.Collections.Immutable;
using System.Text.Json;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Makes the receipts of known reports from their rows.</summary>
internal static class ReceiptsQuery
{
    private const string HeadersSql =
        """
        SELECT h.seq, h.reporter, h.report_id, h.content_hash, h.received_at
        FROM json_each(?2) AS k
        CROSS JOIN journal AS h ON h.unit = ?1 AND h.reporter = (k.value ->> 0) AND h.report_id = (k.value ->> 1)
        ORDER BY h.seq
        """;

    private const string RowsSql = "SELECT " + JournalRows.RowColumns + " FROM journal AS j WHERE j.unit = ?1 AND j.seq = ?2 ORDER BY j.n";

    /// <summary>The receipts of those that are there, in the order of the journal.</summary>
    public static ImmutableArray<Receipt> Run(SqliteSession session, UnitId unit, IReadOnlyCollection<ReportKey> reports)
    {
        string keys = JsonSerializer.Serialize(reports.Distinct().Select(key => new[] { key.Source.Text, key.Report.Text }));
        SqliteStatement read = session.Prepare(HeadersSql).Bind(1, unit.Text).Bind(2, keys);
        List<JournalReport> headers = [];
        while (read.Step())
        {
            headers.Add(new JournalReport
            {
                Sequence = read.Long(0),
                Key = new ReportKey(new SourceId(read.Text(1)), new ReportId(read.Text(2))),
                ContentHash = ImmutableArray.Create(read.Bytes(3)),
                ReceivedAt = JournalRows.ReadInstant(read.Text(4)),
                Rows = [],
            });
        }

        return [.. headers.Select(header => Receipts.Of(unit, header with { Rows = Rows(session, unit, header.Sequence) }))];
    }

    private static ImmutableArray<JournalRow> Rows(SqliteSession session, UnitId unit, long sequence)
    {
        ImmutableArray<JournalRow>.Builder rows = ImmutableArray.CreateBuilder<JournalRow>();
        SqliteStatement read = session.Prepare(RowsSql).Bind(1, unit.Text).Bind(2, sequence);
        while (read.Step())
        {
            rows.Add(JournalRows.ReadRow(read));
        }

        return rows.ToImmutable();
    }
}
