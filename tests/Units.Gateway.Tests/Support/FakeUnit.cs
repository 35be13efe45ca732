using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Units.Gateway.Tests.Support;

/// <summary>A unit that takes in everything, unless a test says otherwise, and remembers what it was asked.</summary>
internal sealed class FakeUnit : IUnitGrain
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 11, 22, 3, 4, 5, TimeSpan.Zero);

    private readonly UnitId _unit;
    private readonly ConcurrentDictionary<(SourceId, ReportId), Receipt> _receipts = new();
    private long _sequence;
    private int _calls;

    public FakeUnit(UnitId unit)
    {
        _unit = unit;
        OnSubmit = (report, _) => Task.FromResult(TakeIn(report));
        OnAssign = (target, _) => Task.FromResult(TakeIn(target));
        OnRead = (query, _) => Task.FromResult(Totals(query));
        Published = new PublishedTotals(this);
        OnWatch = Published.Watch;
    }

    /// <summary>Calls with many reports.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public ConcurrentQueue<Report> Reports { get; } = new();

    public ConcurrentQueue<TargetAssignment> Targets { get; } = new();

    public ConcurrentQueue<TotalsQuery> Queries { get; } = new();

    public Func<Report, CancellationToken, Task<SubmitResult>> OnSubmit { get; set; }

    public Func<TargetAssignment, CancellationToken, Task<SubmitResult>> OnAssign { get; set; }

    public Func<TotalsQuery, CancellationToken, Task<UnitTotals>> OnRead { get; set; }

    public Func<WatchQuery, CancellationToken, Task<WatchReading>> OnWatch { get; set; }

    /// <summary>What watchers are told, unless a test says otherwise.</summary>
    public PublishedTotals Published { get; }

    public UnitId Id => _unit;

    /// <summary>What a sum is, for the default answer.</summary>
    public Func<SumQuery, SumReading> Sum { get; set; } = _ => default;

    public Func<TotalsQuery, ChildTotals[]> Children { get; set; } = _ => [];

    public TargetReading[] TargetReadings { get; set; } = [];

    public Task<SubmitResult> Submit(Report report, CancellationToken cancellation = default)
    {
        Reports.Enqueue(report);
        return OnSubmit(report, cancellation);
    }

    public async Task<ImmutableArray<SubmitResult>> SubmitMany(ImmutableArray<Report> reports)
    {
        Interlocked.Increment(ref _calls);
        List<SubmitResult> results = [];
        foreach (Report report in reports)
        {
            // From the first that finds no room on, none does.
            results.Add(results is [.., { Status: SubmitStatus.QueueFull or SubmitStatus.Unavailable } noRoom] ? noRoom : await Submit(report));
        }

        return [.. results];
    }

    public Task<WatchReading> Watch(WatchQuery query, CancellationToken cancellation = default) => OnWatch(query, cancellation);

    public Task<SubmitResult> Assign(TargetAssignment target, CancellationToken cancellation = default)
    {
        Targets.Enqueue(target);
        return OnAssign(target, cancellation);
    }

    /// <summary>The steps and allotments so far: judged as a unit judges them.</summary>
    public List<PlanEntry> Plans { get; } = [];

    public Task<SubmitResult> TakeStep(PlanStep planStep, CancellationToken cancellation = default)
    {
        lock (Plans)
        {
            if (_receipts.ContainsKey((planStep.Source, planStep.RequestId)))
            {
                return Task.FromResult(TakeIn(planStep.Source, planStep.RequestId, planStep.ContentHash.AsSpan().ToArray(), []));
            }

            ImmutableArray<Violation> violations = PlanBook.Of(Plans).Judge(planStep);
            if (!violations.IsEmpty)
            {
                return Task.FromResult(new SubmitResult(SubmitStatus.Refused, null, violations));
            }

            SubmitResult taken = TakeIn(planStep.Source, planStep.RequestId, planStep.ContentHash.AsSpan().ToArray(), []);
            Plans.Add(new PlanEntry(taken.Receipt!.Sequence, ReceivedAt, planStep, null));
            return Task.FromResult(taken);
        }
    }

    public Task<SubmitResult> Allot(Allotment allotment, CancellationToken cancellation = default)
    {
        SubmitResult taken = TakeIn(allotment.Source, allotment.RequestId, allotment.ContentHash.AsSpan().ToArray(), []);
        if (taken.Status == SubmitStatus.Committed)
        {
            lock (Plans)
            {
                Plans.Add(new PlanEntry(taken.Receipt!.Sequence, ReceivedAt, null, allotment));
            }
        }

        return Task.FromResult(taken);
    }

    public Task<ImmutableArray<PlanEntry>> ListPlanEntries(CancellationToken cancellation = default)
    {
        lock (Plans)
        {
            return Task.FromResult<ImmutableArray<PlanEntry>>([.. Plans.Where(entry => entry.Step is not null)]);
        }
    }

    public Task<ImmutableArray<PlanEntry>> ListPlanning(MonthRange range, CancellationToken cancellation = default)
    {
        lock (Plans)
        {
            return Task.FromResult<ImmutableArray<PlanEntry>>([.. Plans.Where(entry => entry.Step is not null || entry.Allotment?.Target.Range == range)]);
        }
    }

    public Task<Allotment?> GetAllotment(SourceId source, ReportId request, CancellationToken cancellation = default)
    {
        lock (Plans)
        {
            return Task.FromResult(Plans.Find(e => e.Allotment?.Source == source && e.Allotment?.RequestId == request)?.Allotment);
        }
    }

    public List<ClosedMonth> Closed { get; } = [];

    public ConcurrentQueue<PeriodChange> Periods { get; } = new();

    public Task<SubmitResult> ChangePeriod(PeriodChange change, CancellationToken cancellation = default)
    {
        Periods.Enqueue(change);
        return Task.FromResult(TakeIn(change.Source, change.RequestId, change.ContentHash.AsSpan().ToArray(), []));
    }

    public Task<ImmutableArray<ClosedMonth>> ListClosedMonths(MonthRange range, CancellationToken cancellation = default) =>
        Task.FromResult<ImmutableArray<ClosedMonth>>([.. Closed.Where(c => range.Contains(c.Month))]);

    public Func<JournalQuery, JournalPage> Journal { get; set; } = _ => new JournalPage([], null);

    public Task<JournalPage> ListEntries(JournalQuery query, CancellationToken cancellation = default) => Task.FromResult(Journal(query));

    public Func<JournalCut, JournalSum> Sums { get; set; } = cut =>
        new JournalSum(cut.Unit, cut.UpTo, [.. cut.Spans.Select(_ => Amount.Zero)], [.. cut.Spans.Select(_ => Amount.Zero)]);

    public Task<ImmutableArray<JournalSum>> SumJournal(ImmutableArray<JournalCut> cuts, CancellationToken cancellation = default) =>
        Task.FromResult<ImmutableArray<JournalSum>>([.. cuts.Select(Sums)]);

    public Task<Receipt?> GetReceipt(SourceId source, ReportId report, CancellationToken cancellation = default) =>
        Task.FromResult(_receipts.GetValueOrDefault((source, report)));

    public Task<UnitTotals> Read(TotalsQuery query, CancellationToken cancellation = default)
    {
        Queries.Enqueue(query);
        return OnRead(query, cancellation);
    }

    public Task<ImmutableArray<PushReply>> ApplyMany(ImmutableArray<PushMessage> messages) => throw new NotSupportedException();

    public Task<NudgeReply> Nudge(UnitId? parent, UnitVersion? held) => throw new NotSupportedException();

    public SubmitResult TakeIn(Report report) => TakeIn(report.Source, report.Id, report.ContentHash.AsSpan().ToArray(),
    [
        .. report.Entries.Select(e => e.Refusal is null
            ? new EntryReceipt(e, EntryOutcome.Accepted, e.Value, null)
            : new EntryReceipt(e, EntryOutcome.Refused, Amount.Zero, e.Refusal)),
    ]);

    public SubmitResult TakeIn(TargetAssignment target) => TakeIn(target.Source, target.RequestId, target.ContentHash.AsSpan().ToArray(), []);

    private SubmitResult TakeIn(SourceId source, ReportId id, byte[] hash, EntryReceipt[] entries)
    {
        if (_receipts.TryGetValue((source, id), out Receipt? known))
        {
            bool same = known.ContentHash.AsSpan().SequenceEqual(hash);
            return new SubmitResult(same ? SubmitStatus.Repeated : SubmitStatus.OtherContent, known, []);
        }

        Receipt receipt = new()
        {
            Unit = _unit,
            Sequence = Interlocked.Increment(ref _sequence),
            Source = source,
            Report = id,
            ContentHash = [.. hash],
            ReceivedAt = ReceivedAt,
            Entries = [.. entries],
        };
        _receipts[(source, id)] = receipt;
        return new SubmitResult(SubmitStatus.Committed, receipt, []);
    }

    private UnitTotals Totals(TotalsQuery query) => new()
    {
        Unit = _unit,
        Version = new UnitVersion(3, 14),
        InStep = true,
        Sums = [.. query.Sums.Select(Sum)],
        Targets = [.. TargetReadings],
        Children = query.ByChild ? [.. Children(query)] : [],
    };
}
