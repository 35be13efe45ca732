using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Core.Tests.Ledger;

/// <summary>A ledger with its journal: reports are cut, appended and folded as a unit does it.</summary>
internal sealed class LedgerBench
{
    private LedgerDraft? _draft;
    private int _names;

    public LedgerBench() => Restart();

    public FakeJournal Journal { get; } = new();

    public UnitLedger Ledger { get; private set; } = new();

    private List<JournalReport> Staged { get; } = [];

    /// <summary>The plans, read from the journal as a unit reads them.</summary>
    private PlanBook Plans => PlanBook.Of(Journal.Reports.Where(r => r.Rows[0].Kind >= RowKind.PlanDraft)
        .Select(r => PlanText.Entry(r.Rows[0].Kind, r.Rows[0].Detail!, r.Key, r.Sequence, r.ReceivedAt, r.Who)));

    /// <summary>Cuts a report into the batch that is open.</summary>
    public CutReport Stage(SourceId source, IEnumerable<Entry> entries, bool allOrNothing = false)
    {
        Report report = new() { Source = source, Id = new ReportId($"r-{++_names}"), ContentHash = [], AllOrNothing = allOrNothing, Entries = [.. entries] };
        return Stage(PagesNeeded.Of(report), draft => draft.Cut(report, Next, DateTimeOffset.UnixEpoch));
    }

    public CutReport Stage(TargetAssignment target) =>
        Stage(PagesNeeded.Of(target), draft => draft.Cut(target, Next, DateTimeOffset.UnixEpoch));

    /// <summary>Loads the pages of a whole batch before it is cut: a draft does not outlive a load.</summary>
    public void LoadFor(IEnumerable<RandomReport> batch) =>
        Load(batch.SelectMany(r => r.Entries).Where(e => e.Refusal is null).Select(e => PageKey.Of(e.Measure, e.Month)));

    /// <summary>Appends and folds the open batch.</summary>
    public void Commit()
    {
        Staged.ForEach(Journal.Append);
        Staged.ForEach(Ledger.Fold);
        Staged.Clear();
        _draft = null;
    }

    /// <summary>Throws the open batch away: it was never appended.</summary>
    public void Lose()
    {
        Staged.Clear();
        _draft = null;
    }

    /// <summary>Forgets all but the journal.</summary>
    public void Restart()
    {
        Ledger = new UnitLedger();
        if (Journal.Sequence == 0)
        {
            Ledger.StartEmpty();
        }
    }

    /// <summary>One report alone in its batch; its rows.</summary>
    public JournalReport Say(SourceId source, params Entry[] entries)
    {
        CutReport cut = Stage(source, entries);
        Commit();
        Assert.NotNull(cut.Report);
        Assert.Empty(cut.Violations);
        return cut.Report;
    }

    public JournalReport Assign(TargetAssignment target)
    {
        CutReport cut = Stage(target);
        Commit();
        Assert.NotNull(cut.Report);
        return cut.Report;
    }

    public CutReport Stage(PlanStep step) => Stage(PagesNeeded.Of(step), draft => draft.Cut(step, Next, DateTimeOffset.UnixEpoch));

    public JournalReport Take(PlanStep step)
    {
        CutReport cut = Stage(step);
        Commit();
        Assert.Empty(cut.Violations);
        return cut.Report!;
    }

    public Amount Cell(CellKey key, MeasureRef measure)
    {
        Load([PagesNeeded.Of(key, measure)]);
        return Ledger.Cell(key);
    }

    public long Cell(MeasureRef measure, Month month, ushort category = 0, Aspect aspect = Aspect.Actual) =>
        (long)Cell(CellKey.Of(aspect, measure.Number, category, month), measure).Scaled;

    public SumReading Sum(MeasureRef measure, Month from, Month to, ushort? category = null)
    {
        SumQuery query = new(measure, category, new MonthRange(from, to));
        Load(PagesNeeded.Of(new TotalsQuery([query], [], false)));
        return CellSums.Read(Ledger, query);
    }

    public TargetReading[] Targets(TargetQuery query)
    {
        Load(PagesNeeded.Of(new TotalsQuery([], [query], false)));
        return [.. new TargetReader(Ledger, CellTable.Empty, Ledger).Read(query)];
    }

    private long Next => Journal.Sequence + Staged.Count + 1;

    private CutReport Stage(IEnumerable<PageKey> pages, Func<LedgerDraft, CutReport> cut)
    {
        Load(pages);
        CutReport result = cut(_draft ??= Ledger.Draft(plans: Plans));
        if (result.Report is not null)
        {
            Staged.Add(result.Report);
        }

        return result;
    }

    public void Load(IEnumerable<PageKey> pages)
    {
        PageKey[] missing = [.. PageKey.Widest(pages).Where(page => !Ledger.TryOpen(page))];
        if (missing.Length > 0)
        {
            Ledger.Load(missing, Journal.Read(missing));
        }
    }
}
