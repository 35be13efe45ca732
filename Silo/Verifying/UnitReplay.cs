using System.Collections.Immutable;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Silo.Verifying;

/// <summary>
/// Replays the journal of one unit through the ledger's own rules: each report is cut again on what the ones before it left, and its rows must
/// come out as they stand. In memory are the statements of this one unit.
/// </summary>
/// <remarks>A refusal is taken as it stands: what was closed or unknown on that day is not known any more, and a refused row moves nothing.</remarks>
internal sealed class UnitReplay(UnitId unit, LedgerNames names, Findings findings)
{
    private readonly UnitLedger _ledger = NewLedger();
    private readonly RowComparison _comparison = new(unit, names, findings);
    private readonly List<UnitEdge> _moves = [];
    private PlanBook _plans = PlanBook.Empty;
    private readonly Dictionary<int, long> _closed = [];

    /// <summary>The last sequence.</summary>
    public long Sequence { get; private set; }

    /// <summary>How many rows there were.</summary>
    public long Rows { get; private set; }

    /// <summary>The cells that what stands at the end makes.</summary>
    public IEnumerable<CellValue> Cells => _ledger.Cells;

    /// <summary>The edges that moves have written and none has replaced.</summary>
    public IReadOnlyList<UnitEdge> Moves => _moves;

    /// <summary>The months that are closed at the end, each with the sequence that closed it.</summary>
    public IReadOnlyDictionary<int, long> Closed => _closed;

    /// <summary>Takes the next report.</summary>
    public void Take(StoredReport report)
    {
        Rows += report.Rows.Count;
        if (report.Sequence != Sequence + 1)
        {
            string missing = report.Sequence == Sequence + 2 ? $"{Sequence + 1}" : $"{Sequence + 1} to {report.Sequence - 1}";
            _comparison.Say($"journal before report {report.Sequence}", $"report {missing}", "a gap");
        }

        Sequence = report.Sequence;
        try
        {
            if (_comparison.IsWhole(report))
            {
                Replay(report);
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException or System.Text.Json.JsonException)
        {
            _comparison.Say($"report {report.Sequence}", "rows that the rules can make", $"rows that they cannot ({e.Message})");
        }

        // What stands goes on from the rows as they are, so that one that is wrong does not make all that follow look wrong.
        _ledger.Fold(new JournalReport { Sequence = report.Sequence, Key = default, ContentHash = [], ReceivedAt = default, Rows = [.. report.Rows] });
    }

    private void Replay(StoredReport report)
    {
        switch (report.Rows[0].Kind)
        {
            case RowKind.Move:
                _comparison.MovesNothing(report);
                UnitEdge edge = new(report.Rows[0].Month, new UnitId(report.Rows[0].Detail ?? ""));
                _moves.RemoveAll(e => e.From >= edge.From);
                _moves.Add(edge);
                break;
            case RowKind.ClosePeriod or RowKind.ReopenPeriod:
                _comparison.MovesNothing(report);
                Close(report.Sequence, report.Rows[0]);
                break;
            case RowKind.Target or RowKind.RatioTarget:
                _ledger.TryOpen(PageKey.Targets);
                _comparison.Compare(report, ReplayedReports.Targets(report).Select(t => Cut(draft => draft.Cut(t, report.Sequence, default))));
                break;
            case RowKind.Allot:
                _comparison.MovesNothing(report);
                _plans = _plans.With(ReplayedReports.Entry(report));
                break;
            case >= RowKind.PlanDraft:
                _ledger.TryOpen(PageKey.Targets);
                PlanEntry entry = ReplayedReports.Entry(report);
                _comparison.Compare(report, [Cut(draft => draft.Cut(entry.Step!, report.Sequence, default))]);
                _plans = _plans.With(entry);
                break;
            default:
                Report again = ReplayedReports.Report(report, names);
                foreach (PageKey page in PagesNeeded.Of(again))
                {
                    _ledger.TryOpen(page);
                }

                _comparison.Compare(report, [Cut(draft => draft.Cut(again, report.Sequence, default))]);
                break;
        }
    }

    private ImmutableArray<JournalRow> Cut(Func<LedgerDraft, CutReport> cut) => cut(_ledger.Draft(plans: _plans)).Report?.Rows ?? [];

    private void Close(long sequence, JournalRow row)
    {
        for (int month = row.Month.Number; month < row.Month.Number + row.Span; month++)
        {
            if (row.Kind == RowKind.ReopenPeriod)
            {
                _closed.Remove(month);
            }
            else
            {
                // A month that is closed already stays closed as it was.
                _closed.TryAdd(month, sequence);
            }
        }
    }

    // All of the unit's pages stay in memory: none is ever dropped, so a page that is not there is empty.
    private static UnitLedger NewLedger()
    {
        UnitLedger ledger = new();
        ledger.StartEmpty();
        return ledger;
    }
}
