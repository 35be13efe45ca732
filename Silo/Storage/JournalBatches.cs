using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Refuses batches that no database could store: mistakes of the caller, found before anything is queued.</summary>
internal static class JournalBatches
{
    /// <summary>How many rows the batch has.</summary>
    /// <exception cref="ArgumentException">The batch is malformed; the message says how.</exception>
    /// <exception cref="OverflowException">An amount is beyond what a row can carry.</exception>
    public static int Require(JournalBatch batch)
    {
        if (batch.Reports.Length == 0)
        {
            throw Malformed(batch, "has no report");
        }

        if (batch.Edge is not null && batch.Reports.Length > 1)
        {
            throw Malformed(batch, "has an edge and more than one report");
        }

        int rows = 0;
        for (int i = 0; i < batch.Reports.Length; i++)
        {
            JournalReport report = batch.Reports[i];
            if (report.Sequence != batch.Reports[0].Sequence + i || report.Sequence <= 0)
            {
                throw Malformed(batch, $"has sequence {report.Sequence} at place {i}");
            }

            if (report.Rows.Length is 0 or > JournalRows.MaxRowsPerReport)
            {
                throw Malformed(batch, $"has {report.Rows.Length} rows in report {i}");
            }

            RequireRows(batch, report);
            rows += report.Rows.Length;
        }

        if (batch.Reports.Length > 1 && batch.Reports.DistinctBy(report => report.Key).Count() < batch.Reports.Length)
        {
            throw Malformed(batch, "has one report id twice");
        }

        return rows;
    }

    private static void RequireRows(JournalBatch batch, JournalReport report)
    {
        for (int n = 0; n < report.Rows.Length; n++)
        {
            JournalRow row = report.Rows[n];
            if (row.N != n)
            {
                throw Malformed(batch, $"has row {row.N} at place {n} of sequence {report.Sequence}");
            }

            row.Value.ToStored();
            row.Delta.ToStored();
            row.Estimated.ToStored();
            row.After?.Cell.ToStored();
        }
    }

    private static ArgumentException Malformed(JournalBatch batch, string trouble) =>
        new($"The batch {batch.BatchId} of {batch.Unit} {trouble}; nothing was written.", nameof(batch));
}
