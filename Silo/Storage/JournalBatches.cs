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
        Demand(batch.Reports.Length > 0, batch, "has no report");
        Demand(batch.Edge is null || batch.Reports.Length == 1, batch, "has an edge and more than one report");
        int rows = 0;
        for (int i = 0; i < batch.Reports.Length; i++)
        {
            JournalReport report = batch.Reports[i];
            Demand(report.Sequence == batch.Reports[0].Sequence + i && report.Sequence > 0, batch, $"has sequence {report.Sequence} at place {i}");
            Demand(report.Rows.Length is > 0 and <= JournalRows.MaxRowsPerReport, batch, $"has {report.Rows.Length} rows in report {i}");
            RequireRows(batch, report);
            rows += report.Rows.Length;
        }

        Demand(batch.Reports.Select(report => report.Key).Distinct().Count() == batch.Reports.Length, batch, "has one report id twice");
        return rows;
    }

    private static void RequireRows(JournalBatch batch, JournalReport report)
    {
        for (int n = 0; n < report.Rows.Length; n++)
        {
            JournalRow row = report.Rows[n];
            Demand(row.N == n, batch, $"has row {row.N} at place {n} of sequence {report.Sequence}");
            row.Value.ToStored();
            row.Delta.ToStored();
            row.Estimated.ToStored();
            row.After?.Cell.ToStored();
        }
    }

    private static void Demand(bool holds, JournalBatch batch, string trouble)
    {
        if (!holds)
        {
            throw new ArgumentException($"The batch {batch.BatchId} of {batch.Unit} {trouble}; nothing was written.", nameof(batch));
        }
    }
}
