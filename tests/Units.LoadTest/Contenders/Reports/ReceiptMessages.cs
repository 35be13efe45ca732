using Google.Protobuf.WellKnownTypes;
using Units.LoadTest.Contenders.Directory;

namespace Units.LoadTest.Contenders.Reports;

/// <summary>Writes receipts on the wire, as the product does.</summary>
internal static class ReceiptMessages
{
    /// <summary>The receipt of a report that has just been taken in: its entries are those that were sent.</summary>
    public static V1.Receipt Of(StoredReport stored, V1.SubmitReportRequest sent)
    {
        V1.Receipt receipt = Head(stored, sent.Unit, sent.Source, sent.ReportId);
        foreach (V1.Entry entry in sent.Entries)
        {
            receipt.Entries.Add(new V1.EntryReceipt { Entry = entry, Outcome = V1.EntryOutcome.Accepted, Delta = entry.Add });
        }

        return receipt;
    }

    /// <summary>The receipt of a report that was taken in some time.</summary>
    public static async ValueTask<V1.Receipt> Of(StoredReport stored, ReportKey key, ContenderDirectory directory)
    {
        V1.Receipt receipt = Head(stored, key.Unit.Id, key.Source, key.Id);
        foreach (IncomingEntry entry in stored.Entries.OrderBy(e => e.Place))
        {
            KnownMeasure measure = (await directory.Measure(entry.Measure))!;
            string amount = DecimalText.Format(new Amount(entry.Amount), measure.Scale);
            receipt.Entries.Add(new V1.EntryReceipt
            {
                Entry = new V1.Entry { Measure = measure.Id, Month = Month.FromNumber(entry.Month).ToString(), Add = amount },
                Outcome = V1.EntryOutcome.Accepted,
                Delta = amount,
            });
        }

        return receipt;
    }

    private static V1.Receipt Head(StoredReport stored, string unit, string source, string id) => new()
    {
        Unit = unit,
        Sequence = stored.Sequence,
        Source = source,
        ReportId = id,
        ReceivedAt = Timestamp.FromDateTimeOffset(stored.ReceivedAt),
    };
}
