using System.Collections.Immutable;
using Npgsql;
using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Makes the receipts of known reports from their rows.</summary>
internal static class PostgresReceipts
{
    private const string Sql =
        $"""
        SELECT {PostgresRows.Columns}, k.source, k.report, k.content_hash, k.received_at
        FROM (
          SELECT DISTINCT q.source, q.report, h.seq, h.content_hash, h.received_at
          FROM unnest($2, $3) AS q(source, report)
          JOIN source_number AS r ON r.id = q.source
          CROSS JOIN LATERAL (
            SELECT h.seq, h.content_hash, h.received_at FROM journal AS h
            WHERE h.unit = $1 AND h.reporter = r.number AND h.report_id = q.report AND h.report_id IS NOT NULL OFFSET 0) AS h) AS k
        CROSS JOIN LATERAL (SELECT * FROM journal AS j WHERE j.unit = $1 AND j.seq = k.seq ORDER BY j.n) AS j
        LEFT JOIN source_number AS s ON s.number = j.source
        ORDER BY k.seq, j.n
        """;

    /// <summary>The receipts of those that are there, in the order of the journal.</summary>
    public static async Task<ImmutableArray<Receipt>> Run(
        NpgsqlConnection connection, NumberedNames units, UnitId unit, IReadOnlyCollection<ReportKey> reports)
    {
        int[] number = await PostgresHeads.Numbers(connection, units, [unit]).ConfigureAwait(false);
        List<(long Sequence, ReportKey Key, ImmutableArray<byte> Hash, DateTimeOffset ReceivedAt, JournalRow Row)> rows = await PostgresReaders.Rows(
            connection, Sql,
            r => (r.GetInt64(0),
                new ReportKey(new SourceId(r.GetString(PostgresRows.ColumnCount)), new ReportId(r.GetString(PostgresRows.ColumnCount + 1))),
                ImmutableArray.Create(r.GetFieldValue<byte[]>(PostgresRows.ColumnCount + 2)),
                PostgresRows.ReadInstant(r, PostgresRows.ColumnCount + 3),
                PostgresRows.Read(r)),
            number[0], reports.Select(key => key.Source.Text).ToArray(), reports.Select(key => key.Report.Text).ToArray()).ConfigureAwait(false);
        return
        [
            .. rows.GroupBy(row => row.Sequence).Select(report => Receipts.Of(unit, new JournalReport
            {
                Sequence = report.Key,
                Key = report.First().Key,
                ContentHash = report.First().Hash,
                ReceivedAt = report.First().ReceivedAt,
                Rows = [.. report.Select(row => row.Row)],
            })),
        ];
    }
}
