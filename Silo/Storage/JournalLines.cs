using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>Makes lines of the audit trail from journal rows, and chooses among them.</summary>
internal static class JournalLines
{
    /// <summary>The line of a row; what it replaced is for the caller to add.</summary>
    /// <param name="sequence">The report's place.</param>
    /// <param name="row">The row.</param>
    /// <param name="reporter">Who sent the report.</param>
    /// <param name="report">Its id.</param>
    /// <param name="receivedAt">When the unit took it in.</param>
    /// <param name="who">Who sent it by its token or certificate; null where nobody was asked.</param>
    public static JournalLine Of(long sequence, JournalRow row, string reporter, string report, DateTimeOffset receivedAt, string? who)
    {
        (string by, string reason) = row.Kind is RowKind.ClosePeriod or RowKind.ReopenPeriod && row.Detail is not null ? PeriodText.Read(row.Detail) : ("", "");
        return new JournalLine
        {
            Place = new JournalPlace(sequence, row.N),
            Kind = (JournalLineKind)row.Kind,
            Source = new SourceId(reporter),
            Report = new ReportId(report),
            ReceivedAt = receivedAt,
            Subject = row.Subject,
            Category = row.Category,
            Month = row.Month,
            Span = row.Span,
            Value = row.Value,
            Quality = row.Quality,
            Revision = row.Revision,
            Outcome = row.Outcome,
            Delta = row.Delta,
            Amount = row.After is { Kind: not StatementKind.None } after ? after.Cell : null,
            Violation = row.Outcome == EntryOutcome.Refused && row.Detail is not null ? ViolationText.Read(row.Detail) : null,
            By = by,
            Reason = reason,
            Who = who,
            Plan = row is { Kind: >= RowKind.PlanDraft and < RowKind.Allot, Detail: { } plan } ? PlanText.PlanOf(plan) : "",
            To = row.Kind == RowKind.HandOver ? row.Source.Text : row.Kind == RowKind.Move ? row.Detail ?? "" : "",
        };
    }

    /// <summary>True where a question is about a line.</summary>
    public static bool Matches(JournalQuery query, JournalLine line)
    {
        bool isOfMeasure = line.Kind <= JournalLineKind.Carried;
        return (query.Measure is not { } measure || (isOfMeasure && line.Subject == measure))
            && (query.Months is not { } months || (line.Month <= months.To && line.Month.Number + Math.Max(line.Span, 1) - 1 >= months.From.Number))
            && (query.Source is not { } source || line.Source == source)
            && (query.From is not { } from || line.ReceivedAt >= from)
            && (query.Before is not { } before || line.ReceivedAt < before)
            && (query.Outcome is not { } outcome || line.Outcome == outcome);
    }

    /// <summary>True for a row that took the place of a statement on a measure, if there was one.</summary>
    public static bool MayReplace(JournalRow row) =>
        row.After is not null && row.Subject is not null && row.Kind is not (RowKind.HandOver or >= RowKind.Target);
}
