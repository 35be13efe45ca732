using System.Globalization;
using Units.LoadTest.Load;

namespace Units.LoadTest.Checking;

/// <summary>C3: the receipt of a report says what was sent, where it stands in the journal, and what each entry did.</summary>
internal static class ReceiptCheck
{
    /// <summary>What is wrong with the receipts of a ward's reports, given in the order of its journal.</summary>
    public static void Ward(Evidence evidence, IReadOnlyList<Resolved> reports, IReadOnlyDictionary<int, V1.Receipt?> receipts, Faults faults)
    {
        Oracle oracle = new();
        foreach (Resolved report in reports)
        {
            SentReport line = evidence.Log[report.Line];
            bool isAsked = receipts.TryGetValue(report.Line, out V1.Receipt? receipt);
            string? fault = isAsked && receipt is null ? "was acknowledged and has no receipt any more"
                : isAsked && receipt!.Sequence != report.Sequence ? Text($"was acknowledged as {report.Sequence} and now stands at {receipt.Sequence}")
                : isAsked && receipt!.Entries.Count != evidence.Content.Count(line) ? Text($"was sent with {evidence.Content.Count(line)} entries and has {receipt.Entries.Count}")
                : null;
            for (int k = 0; k < evidence.Content.Count(line); k++)
            {
                EntrySpec entry = evidence.Content.Entry(report.Line, line, k);
                V1.EntryOutcome outcome = oracle.Outcome(entry);
                long delta = oracle.Apply(entry);
                if (isAsked && fault is null)
                {
                    fault = Entry(evidence, entry, outcome, delta, receipt!.Entries[k]) is { } wrong ? Text($"has an entry {k} that {wrong}") : null;
                }
            }

            if (fault is not null)
            {
                faults.Add($"{evidence.Country.Units[line.Ward].Id}: report {evidence.Content.Id(line)} {fault}");
            }
        }
    }

    private static string? Entry(Evidence evidence, in EntrySpec sent, V1.EntryOutcome outcome, long delta, V1.EntryReceipt receipt)
    {
        string value = ReportContent.Text(sent);
        string found = sent.IsSet ? receipt.Entry.Set : receipt.Entry.Add;
        string measure = evidence.Measures.Ids[sent.Measure];
        string month = evidence.Measures.MonthTexts[sent.Month];
        if (receipt.Outcome != outcome || Reading.Amount(receipt.Delta) != delta)
        {
            return Text($"is {receipt.Outcome} with a difference of {receipt.Delta}, and has to be {outcome} with {delta}");
        }

        // Of a refused entry a receipt has only what could be read.
        bool isSame = receipt.Entry.Measure == measure && receipt.Entry.Month == month && (sent.IsBad || found == value);
        return isSame ? null : $"says {receipt.Entry.Measure} {receipt.Entry.Month} '{found}' and was sent as {measure} {month} '{value}'";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
