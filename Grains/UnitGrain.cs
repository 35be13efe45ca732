using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Grains;

/// <summary>A unit of any level: hosts one <see cref="UnitMachine"/>, gives it storage and other units, and time.</summary>
/// <remarks>Every method only hands its call to the machine, in one turn; what the machine asks for runs in the background.</remarks>
[GrainType("unit")]
internal sealed partial class UnitGrain : Grain, IUnitGrain, IDisposable
{
    private static readonly TimeSpan SnapshotEvery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SnapshotPatience = TimeSpan.FromSeconds(2);

    private readonly IJournal _journal;
    private readonly ISnapshots _snapshots;
    private readonly PushOutbox _outbox;
    private readonly TimeProvider _time;
    private readonly ILogger<UnitGrain> _logger;
    private readonly UnitMachine _machine;
    private readonly UnitObserver _observer;
    private readonly GrainReplies _replies = new();
    private readonly Dictionary<UnitId, IUnitGrain> _units = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly CancellationToken _ended;

    public UnitGrain(IGrainContext context, IJournal journal, ISnapshots snapshots, PushOutbox outbox, UnitTelemetry telemetry, TimeProvider time,
        ILogger<UnitGrain> logger)
    {
        _journal = journal;
        _snapshots = snapshots;
        _outbox = outbox;
        _time = time;
        _logger = logger;
        _ended = _ending.Token;
        UnitId unit = UnitKey.Parse(context.GrainId.Key.ToString()!);
        _machine = new UnitMachine(unit, journal.IsAlone, Decisions.Product, Guid.CreateVersion7);
        _observer = new UnitObserver(_machine, telemetry, time);
    }

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _machine.Start();
        RunEffects();
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        EndReplies();
        _observer.Ended();

        // Whoever calls now waits for this to end: what is not saved in time is read from the journals again.
        await SaveChangedRecords(cancellationToken).WaitAsync(SnapshotPatience, _time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public Task<SubmitResult> Submit(Report report, CancellationToken cancellation) => Call<SubmitResult>(
        reply =>
        {
            _observer.Came(report);
            _machine.Submit(report, Now(), reply);
        }, SubmitResult.Of(SubmitStatus.Unavailable), cancellation);

    public Task<ImmutableArray<SubmitResult>> SubmitMany(ImmutableArray<Report> reports) => CallMany<SubmitResult>(
        reports.Length, replies =>
        {
            foreach (Report report in reports)
            {
                _observer.Came(report);
            }

            _machine.SubmitMany(reports, Now(), replies);
        }, SubmitResult.Of(SubmitStatus.Unavailable));

    public Task<SubmitResult> Assign(TargetAssignment target, CancellationToken cancellation) => Call<SubmitResult>(
        reply => _machine.Assign(target, Now(), reply), SubmitResult.Of(SubmitStatus.Unavailable), cancellation);

    public Task<SubmitResult> TakeStep(PlanStep planStep, CancellationToken cancellation) => Call<SubmitResult>(
        reply => _machine.TakeStep(planStep, Now(), reply), SubmitResult.Of(SubmitStatus.Unavailable), cancellation);

    public Task<SubmitResult> Allot(Allotment allotment, CancellationToken cancellation) => Call<SubmitResult>(
        reply => _machine.Allot(allotment, Now(), reply), SubmitResult.Of(SubmitStatus.Unavailable), cancellation);

    public async Task<ImmutableArray<PlanEntry>> ListPlanEntries(CancellationToken cancellation) =>
        [.. (await _journal.ReadPlans(_machine.Unit, cancellation)).Entries.Where(entry => entry.Step is not null)];

    public async Task<Allotment?> GetAllotment(SourceId source, ReportId request, CancellationToken cancellation) =>
        (await _journal.ReadPlans(_machine.Unit, cancellation)).Entries
            .FirstOrDefault(entry => entry.Allotment is { } allotment && allotment.Source == source && allotment.RequestId == request)?.Allotment;

    public async Task<ImmutableArray<PlanEntry>> ListPlanning(MonthRange range, CancellationToken cancellation)
    {
        ImmutableArray<PlanEntry> entries = (await _journal.ReadPlans(_machine.Unit, cancellation)).Entries;
        return
        [
            .. entries.Where(entry => entry.Step is not null),
            .. entries.Where(entry => entry.Allotment is { } allotment && allotment.Target.Range == range).TakeLast(PlanLimits.AllotmentsListed),
        ];
    }

    public Task<SubmitResult> ChangePeriod(PeriodChange change, CancellationToken cancellation) => Call<SubmitResult>(
        reply => _machine.ChangePeriod(change, Now(), reply), SubmitResult.Of(SubmitStatus.Unavailable), cancellation);

    public async Task<ImmutableArray<ClosedMonth>> ListClosedMonths(MonthRange range, CancellationToken cancellation) =>
        (await _journal.ReadClosures(_machine.Unit, range.From, range.To, cancellation)).Months;

    public async Task<Receipt?> GetReceipt(SourceId source, ReportId report, CancellationToken cancellation)
    {
        ReportKey key = new(source, report);
        bool isRecent = false;
        SubmitResult recent = await Call<SubmitResult>(
            reply =>
            {
                isRecent = _machine.TryRecall(key, reply);
                if (!isRecent)
                {
                    reply.Send(SubmitResult.Of(SubmitStatus.Refused));
                }
            },
            SubmitResult.Of(SubmitStatus.Unavailable),
            cancellation);
        if (recent.Status == SubmitStatus.Unavailable)
        {
            throw new StorageUnavailableException($"Whether report {report} is in the journal of {_machine.Unit} is not known yet; ask again.");
        }

        return recent.Receipt ?? (await _journal.FindReceipts(_machine.Unit, [key], cancellation)).SingleOrDefault();
    }

    public Task<JournalPage> ListEntries(JournalQuery query, CancellationToken cancellation) => _journal.ListEntries(_machine.Unit, query, cancellation);

    public Task<ImmutableArray<JournalSum>> SumJournal(ImmutableArray<JournalCut> cuts, CancellationToken cancellation) =>
        _journal.SumJournal(cuts, cancellation);

    public Task<UnitTotals> Read(TotalsQuery query, CancellationToken cancellation) => Call<UnitTotals>(
        reply => _machine.Read(query, reply), new UnitTotals { Unit = _machine.Unit, Version = _machine.Version, InStep = false }, cancellation);

    public Task<WatchReading> Watch(WatchQuery query, CancellationToken cancellation) => Call<WatchReading>(
        reply => _machine.Watch(query, reply), new WatchReading { Unit = _machine.Unit, Version = _machine.Version, InStep = false }, cancellation);

    public Task<ImmutableArray<PushReply>> ApplyMany(ImmutableArray<PushMessage> messages) => CallMany<PushReply>(
        messages.Length, replies => _machine.Apply(messages, replies), PushReply.Busy);

    public Task<NudgeReply> Nudge(UnitId? parent, UnitVersion? held) =>
        Call<NudgeReply>(reply => _machine.Nudge(parent, held, reply), new NudgeReply(null), default);

    public void Dispose() => _ending.Dispose();

    /// <summary>Hands a call to the machine. When the activation ends first the caller gets <paramref name="whenOver"/>, which means: again.</summary>
    private Task<T> Call<T>(Action<IReply<T>> call, T whenOver, CancellationToken cancellation)
    {
        if (_machine.IsOver)
        {
            return Task.FromResult(whenOver);
        }

        GrainReply<T> reply = new(_replies, whenOver, cancellation);
        Turn(() => call(reply));
        return cancellation.CanBeCanceled ? reply.Task.WaitAsync(cancellation) : reply.Task;
    }

    /// <summary>The same with an answer to each of several parts, which nobody takes back.</summary>
    private async Task<ImmutableArray<T>> CallMany<T>(int parts, Action<IReadOnlyList<IReply<T>>> call, T whenOver)
    {
        if (_machine.IsOver)
        {
            return [.. Enumerable.Repeat(whenOver, parts)];
        }

        GrainReply<T>[] replies = new GrainReply<T>[parts];
        for (int i = 0; i < parts; i++)
        {
            replies[i] = new GrainReply<T>(_replies, whenOver, default);
        }

        Turn(() => call(replies));
        ImmutableArray<T>.Builder answers = ImmutableArray.CreateBuilder<T>(parts);
        foreach (GrainReply<T> reply in replies)
        {
            answers.Add(await reply.Task);
        }

        return answers.MoveToImmutable();
    }

    /// <summary>The moment, in the microseconds that every journal keeps: a receipt read there is the one that was given.</summary>
    private DateTimeOffset Now()
    {
        DateTimeOffset now = _time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private void Turn(Action call)
    {
        try
        {
            call();
        }
        catch (Exception e)
        {
            LogBroken(e, _machine.Unit, "a call");
            EndBroken();
            throw;
        }

        RunEffects();
    }

    private async Task SaveChangedRecords(CancellationToken cancellation)
    {
        if (_machine.TakeChangedRecords() is { IsEmpty: false } changed)
        {
            await _snapshots.Save(_machine.Unit, changed);
        }
    }

    private void EndReplies()
    {
        _ending.Cancel();
        _replies.End();
    }
}
