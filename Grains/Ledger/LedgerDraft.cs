using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>Cuts reports into journal rows, each report on the result of the earlier ones. The ledger below is never touched.</summary>
/// <remarks>The pages that <see cref="PagesNeeded"/> names must be loaded.</remarks>
internal sealed class LedgerDraft
{
    private readonly UnitLedger _ledger;
    private Dictionary<PageKey, PageState>? _pages;

    /// <summary>A draft over a ledger.</summary>
    internal LedgerDraft(UnitLedger ledger, ClosedMonths closed, PlanBook plans)
    {
        _ledger = ledger;
        Closed = closed;
        Plans = plans;
    }

    /// <summary>The plans after the steps so far.</summary>
    public PlanBook Plans { get; private set; }

    /// <summary>The months that take no entry.</summary>
    internal ClosedMonths Closed { get; }

    /// <summary>The rows of a report, or why it is refused whole.</summary>
    public CutReport Cut(Report report, long sequence, DateTimeOffset receivedAt)
    {
        ReportCut cut = new(this, sequence);
        EntryCutter entries = new(report, cut, Closed);
        for (int index = 0; index < report.Entries.Length; index++)
        {
            entries.Cut(index);
        }

        int refused = cut.Violations.Count;
        return refused == report.Entries.Length || (report.AllOrNothing && refused > 0)
            ? new CutReport(null, cut.Violations.ToImmutable())
            : Keep(cut, new ReportKey(report.Source, report.Id), report.ContentHash, receivedAt);
    }

    /// <summary>The rows of a target, or why it is refused.</summary>
    public CutReport Cut(TargetAssignment target, long sequence, DateTimeOffset receivedAt)
    {
        ReportCut cut = new(this, sequence);
        TargetCutter.Cut(target, cut);
        return cut.Violations.Count > 0
            ? new CutReport(null, cut.Violations.ToImmutable())
            : Keep(cut, new ReportKey(target.Source, target.RequestId), target.ContentHash, receivedAt);
    }

    /// <summary>The rows of a step of a plan with those of the targets that it changes, or why it is refused.</summary>
    public CutReport Cut(PlanStep step, long sequence, DateTimeOffset receivedAt)
    {
        if (Plans.Judge(step) is { IsEmpty: false } violations)
        {
            return new CutReport(null, violations);
        }

        ReportCut cut = new(this, sequence);
        PlanCutter.Cut(step, Plans, cut);
        if (cut.Violations.Count > 0)
        {
            return new CutReport(null, cut.Violations.ToImmutable());
        }

        Plans = Plans.With(new PlanEntry(sequence, receivedAt, step, null));
        return Keep(cut, new ReportKey(step.Source, step.RequestId), step.ContentHash, receivedAt);
    }

    /// <summary>The row of an allotment.</summary>
    public CutReport Cut(Allotment allotment, long sequence, DateTimeOffset receivedAt)
    {
        ReportCut cut = new(this, sequence);
        PlanCutter.Cut(allotment, cut);
        Plans = Plans.With(new PlanEntry(sequence, receivedAt, null, allotment));
        return Keep(cut, new ReportKey(allotment.Source, allotment.RequestId), allotment.ContentHash, receivedAt);
    }

    /// <summary>What the draft says about a page.</summary>
    internal PageState State(PageKey page) =>
        _pages is not null && _pages.TryGetValue(page, out PageState? state) ? state : _ledger.State(page);

    private CutReport Keep(ReportCut cut, ReportKey key, ImmutableArray<byte> hash, DateTimeOffset receivedAt)
    {
        if (_pages is null)
        {
            // They lie over the ledger, as the draft's own would.
            _pages = cut.Changed;
        }
        else
        {
            Absorb(_pages, cut.Changed);
        }

        JournalReport report = new()
        {
            Sequence = cut.Sequence,
            Key = key,
            ContentHash = hash,
            ReceivedAt = receivedAt,
            Rows = cut.Rows.ToImmutable(),
        };
        return new CutReport(report, []);
    }

    private static void Absorb(Dictionary<PageKey, PageState> pages, Dictionary<PageKey, PageState> later)
    {
        foreach ((PageKey page, PageState changed) in later)
        {
            if (pages.TryGetValue(page, out PageState? state))
            {
                state.Absorb(changed);
            }
            else
            {
                pages.Add(page, changed);
            }
        }
    }
}
