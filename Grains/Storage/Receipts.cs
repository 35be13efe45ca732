using System.Collections.Immutable;

namespace Units.Grains.Storage;

/// <summary>Makes receipts from journal rows, so that the first answer and every later one are the same.</summary>
internal static class Receipts
{
    /// <summary>The receipt of a report.</summary>
    public static Receipt Of(UnitId unit, JournalReport report)
    {
        ImmutableArray<EntryReceipt>.Builder entries = ImmutableArray.CreateBuilder<EntryReceipt>(report.Rows.Length);
        foreach (JournalRow row in report.Rows)
        {
            if (IsEntry(row))
            {
                entries.Add(Of(row, report.Key.Source));
            }
        }

        return new Receipt
        {
            Unit = unit,
            Sequence = report.Sequence,
            Source = report.Key.Source,
            Report = report.Key.Report,
            ContentHash = report.ContentHash,
            ReceivedAt = report.ReceivedAt,
            Entries = entries.DrainToImmutable(),
        };
    }

    private static bool IsEntry(JournalRow row) => row.Kind <= RowKind.HandOver;

    private static EntryReceipt Of(JournalRow row, SourceId reporter)
    {
        Violation? violation = row.Outcome == EntryOutcome.Refused && row.Detail is not null ? ViolationText.Read(row.Detail) : null;
        Entry entry = new()
        {
            Kind = (EntryKind)row.Kind,
            Measure = new MeasureRef(row.Subject ?? 0, default, default, 0),
            Category = row.Category,
            Month = row.Month,
            Value = row.Value,
            Quality = row.Quality,
            Revision = row.Revision,
            Refusal = violation,
            NewSource = row.Kind == RowKind.HandOver && row.Source != reporter ? row.Source : default,
        };
        return new EntryReceipt(entry, row.Outcome, row.Delta, violation);
    }
}
