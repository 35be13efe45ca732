using Units.Grains.Ledger;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests.Verifying;

/// <summary>Writes journals as units do: each report is cut by the ledger's rules and appended.</summary>
internal sealed class RuledJournal(IJournal journal)
{
    private readonly Dictionary<UnitId, (UnitLedger Ledger, long Sequence)> _units = [];

    /// <summary>Reports.</summary>
    public Task Report(string unit, string id, params Entry[] entries) => Append(unit, (draft, sequence) => draft.Cut(
        new Report { Source = Some.Source, Id = new ReportId(id), ContentHash = [1], Entries = [.. entries] }, sequence, Some.Noon), PagesNeeded.Of(
        new Report { Source = Some.Source, Id = new ReportId(id), ContentHash = [1], Entries = [.. entries] }));

    /// <summary>Sets a target, or takes it back.</summary>
    public Task Target(string unit, string id, long value, Bound bound, bool withdrawn = false)
    {
        TargetAssignment target = new()
        {
            Source = Some.Source,
            RequestId = new ReportId(id),
            ContentHash = [1],
            Indicator = 1,
            Range = new MonthRange(Some.January, Some.January.Plus(11)),
            Bound = bound,
            Value = new Amount(value),
            Additive = true,
            Withdrawn = withdrawn,
        };
        return Append(unit, (draft, sequence) => draft.Cut(target, sequence, Some.Noon), PagesNeeded.Of(target));
    }

    /// <summary>Sets a target of any kind, or judges one.</summary>
    public Task Target(string unit, TargetAssignment target) => Append(unit, (draft, sequence) => draft.Cut(target, sequence, Some.Noon), PagesNeeded.Of(target));

    /// <summary>Takes a step of a plan.</summary>
    public async Task Step(string unit, PlanStep step)
    {
        PlanBook plans = PlanBook.Of((await journal.ReadPlans(new UnitId(unit), TestContext.Current.CancellationToken)).Entries);
        await Append(unit, (draft, sequence) => draft.Cut(step, sequence, Some.Noon), [PageKey.Targets], plans);
    }

    /// <summary>Closes months, or opens them again.</summary>
    public Task Period(string unit, string id, MonthRange range, bool closes)
    {
        JournalRow row = new()
        {
            N = 0,
            Kind = closes ? RowKind.ClosePeriod : RowKind.ReopenPeriod,
            Month = range.From,
            Span = range.Length,
            Source = Some.Source,
            Detail = PeriodText.Write("clerk", "audit"),
        };
        return Append(unit, id, row, batch => batch with { Closure = new ClosureChange(range, closes) });
    }

    /// <summary>Moves a unit.</summary>
    public async Task Move(string unit, string id, string parent, Month from)
    {
        TreeReading tree = await journal.ReadTree(new UnitId(unit), new UnitId(parent), TestContext.Current.CancellationToken);
        JournalRow row = new() { N = 0, Kind = RowKind.Move, Month = from, Source = Some.Source, Detail = parent };
        await Append(unit, id, row, batch => batch with { Edge = new EdgeChange(new UnitEdge(from, new UnitId(parent)), tree.Revision) });
    }

    private Task Append(string unit, string id, JournalRow row, Func<JournalBatch, JournalBatch> with)
    {
        (_, long sequence) = Of(unit);
        return Commit(unit, Some.Report(sequence + 1, id, row), with);
    }

    private Task Append(string unit, Func<LedgerDraft, long, CutReport> cut, IEnumerable<PageKey> pages, PlanBook? plans = null)
    {
        (UnitLedger ledger, long sequence) = Of(unit);
        foreach (PageKey page in pages)
        {
            Assert.True(ledger.TryOpen(page));
        }

        return Commit(unit, cut(ledger.Draft(plans: plans), sequence + 1).Report!, batch => batch);
    }

    private async Task Commit(string unit, JournalReport report, Func<JournalBatch, JournalBatch> with)
    {
        UnitId id = new(unit);
        Assert.Equal(AppendStatus.Committed, (await journal.Append(with(Some.Batch(id, report)))).Status);
        (UnitLedger ledger, _) = Of(unit);
        ledger.Fold(report);
        _units[id] = (ledger, report.Sequence);
    }

    private (UnitLedger Ledger, long Sequence) Of(string unit)
    {
        if (!_units.TryGetValue(new UnitId(unit), out (UnitLedger Ledger, long Sequence) state))
        {
            state = (new UnitLedger(), 0);
            state.Ledger.StartEmpty();
            _units[new UnitId(unit)] = state;
        }

        return state;
    }
}
