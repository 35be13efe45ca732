using Google.Protobuf.WellKnownTypes;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Requests;

namespace Units.Gateway.Messages;

/// <summary>Writes receipts on the wire.</summary>
internal static class ReceiptMessages
{
    /// <summary>A receipt. The same receipt gives the same message for ever; only where a month was closed at a unit that
    /// the caller does not see, that unit is left out.</summary>
    public static V1.Receipt Of(Receipt receipt, CatalogueView catalogue) => new()
    {
        Unit = receipt.Unit.Text,
        Sequence = receipt.Sequence,
        Source = receipt.Source.Text,
        ReportId = receipt.Report.Text,
        ContentSha256 = Hex(receipt.ContentHash.AsSpan()),
        ReceivedAt = Timestamp.FromDateTimeOffset(receipt.ReceivedAt),
        Entries = { receipt.Entries.Select(e => Of(e, catalogue)) },
    };

    /// <summary>A hash in hexadecimal digits.</summary>
    public static string Hex(ReadOnlySpan<byte> hash) => Convert.ToHexStringLower(hash);

    /// <summary>True when the catalogue knows every measure of the receipt.</summary>
    public static bool Covers(CatalogueView catalogue, Receipt receipt) =>
        receipt.Entries.All(e => e.Entry.Measure.Number == 0 || catalogue.TryMeasure(e.Entry.Measure.Number, out _));

    private static V1.EntryReceipt Of(EntryReceipt entry, CatalogueView catalogue)
    {
        catalogue.TryMeasure(entry.Entry.Measure.Number, out Measure? measure);
        // Of a measure that is unknown the amount was read with the largest scale.
        int scale = measure?.Scale ?? DecimalText.MaxScale;
        return new V1.EntryReceipt
        {
            Entry = Of(entry.Entry, measure, scale, entry.Outcome == EntryOutcome.Refused),
            Outcome = Enums.To(entry.Outcome),
            Delta = DecimalText.Format(entry.Delta, scale),
            Violation = entry.Violation is { } violation ? Of(violation) : null,
        };
    }

    private static V1.Entry Of(Entry entry, Measure? measure, int scale, bool refused)
    {
        V1.Entry sent = new()
        {
            Measure = measure?.Id.Text ?? (entry.Refusal is { } refusal && refusal.Field.EndsWith(".measure", StringComparison.Ordinal) ? refusal.Value : ""),
            Category = measure is null ? "" : CategoryText.IdOf(measure, entry.Category),
            Month = refused && entry.Month == Month.MinValue ? "" : entry.Month.ToString(),
            Estimate = entry.Quality.HasFlag(Quality.Estimate),
            AtLeast = entry.Quality.HasFlag(Quality.AtLeast),
        };
        if (entry.Revision is { } revision)
        {
            sent.Revision = revision;
        }

        // What a refused entry could not say is in its violation.
        string value = refused && entry.Value.IsZero ? "" : DecimalText.Format(entry.Value, scale);
        switch (entry.Kind)
        {
            case EntryKind.Set:
                sent.Set = value;
                break;
            case EntryKind.YearToDate:
                sent.YearToDate = value;
                break;
            case EntryKind.Add:
                sent.Add = value;
                break;
            case EntryKind.Clear:
                sent.Clear = new V1.Clear();
                break;
            case EntryKind.HandOver:
                sent.HandOver = entry.NewSource.Text;
                break;
        }

        return sent;
    }

    /// <summary>A violation in both languages.</summary>
    public static V1.Violation Of(Violation violation) => new()
    {
        Reason = violation.Reason,
        Field = violation.Field,
        Value = violation.Value,
        MessageVi = ErrorText.Line(Language.Vi, violation),
        MessageEn = ErrorText.Line(Language.En, violation),
    };
}
