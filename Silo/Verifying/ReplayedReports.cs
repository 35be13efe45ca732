using System.Collections.Immutable;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Silo.Verifying;

/// <summary>What was sent, out of the rows that it left.</summary>
internal static class ReplayedReports
{
    /// <summary>The report of rows.</summary>
    /// <exception cref="InvalidOperationException">A row is about a measure that does not exist.</exception>
    public static Report Report(StoredReport report, LedgerNames names) => new()
    {
        Source = new SourceId(report.Reporter),
        Id = new ReportId(report.Report),
        ContentHash = [],
        Entries = [.. report.Rows.Where(r => r.Kind <= RowKind.HandOver).Select(r => Entry(r, names))],
    };

    /// <summary>The step or allotment of rows.</summary>
    /// <exception cref="FormatException">Its document is of another version.</exception>
    public static PlanEntry Entry(StoredReport report) => PlanText.Entry(
        report.Rows[0].Kind, report.Rows[0].Detail ?? "", new ReportKey(new SourceId(report.Reporter), new ReportId(report.Report)), report.Sequence, default, null);

    /// <summary>The assignments that can have left these rows: one that sets, and one that withdraws.</summary>
    public static IEnumerable<TargetAssignment> Targets(StoredReport report)
    {
        JournalRow row = report.Rows[^1];
        TargetPart part = (TargetPart)(row.Category & 0xFF);
        TargetAssignment sets = new()
        {
            Source = new SourceId(report.Reporter),
            RequestId = new ReportId(report.Report),
            ContentHash = [],
            Indicator = row.Subject ?? 0,
            Range = new MonthRange(row.Month, row.Month.Plus(row.Span - 1)),
            Bound = part == TargetPart.Upper ? Bound.AtMost : Bound.AtLeast,
            Value = row.Value,
            Additive = row.Kind == RowKind.Target,
            Tier = (Tier)(row.Category >> 8),
        };
        if (report.Rows.FirstOrDefault(r => PageRows.IsKind(r) && r.Detail is not null) is { Detail: { } text })
        {
            bool additive = report.Rows.Any(r => r.Kind == RowKind.Target && (TargetPart)(r.Category & 0xFF) <= TargetPart.Upper && r.After is not { Kind: StatementKind.None });
            Target stated = TargetText.Read(text);
            return [TargetAssignment.Of(stated, additive, sets.Source, sets.RequestId, [])];
        }

        return row.After is { Kind: StatementKind.None } ? [sets with { Withdrawn = true }] : [sets, sets with { Withdrawn = true }];
    }

    private static Entry Entry(JournalRow row, LedgerNames names)
    {
        Violation? refusal = row.Outcome == EntryOutcome.Refused ? ViolationText.Read(row.Detail ?? "") : null;
        return new Entry
        {
            Kind = (EntryKind)row.Kind,
            Measure = Measure(row, refusal, names),
            Category = row.Category,
            Month = row.Month,
            Value = row.Value,
            Quality = row.Quality,
            Revision = row.Revision,
            Refusal = refusal,
            NewSource = row.Kind == RowKind.HandOver ? row.Source : default,
        };
    }

    private static MeasureRef Measure(JournalRow row, Violation? refusal, LedgerNames names)
    {
        if (row.Subject is { } number && names.TryMeasure(number, out Measure? measure))
        {
            return measure.Ref;
        }

        return refusal is not null
            ? new MeasureRef(row.Subject ?? 0, default, default, 0)
            : throw new InvalidOperationException($"measure number {row.Subject} does not exist");
    }
}
