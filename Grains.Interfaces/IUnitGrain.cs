using System.Collections.Immutable;
namespace Units;

/// <summary>A unit of any level. Key: <see cref="UnitKey"/>. Every call may fail; a call that times out has an unknown outcome and may be repeated.</summary>
[Alias("units.IUnitGrain")]
public interface IUnitGrain : IGrainWithStringKey
{
    /// <summary>The most reports of one <see cref="SubmitMany"/>.</summary>
    const int MaxReportsOfCall = 256;

    /// <summary>Takes a report in. Answers once it is durable.</summary>
    [Alias("Submit"), AlwaysInterleave]
    Task<SubmitResult> Submit(Report report, CancellationToken cancellation = default);

    /// <summary>Takes reports in, in this order: one is staged only when those before it are. From the first that finds no room on, all are
    /// answered so. Answers once each is durable, refused or without room.</summary>
    /// <remarks>Nobody takes them back, so there is no token: one costs several objects at both ends even where it is never cancelled.</remarks>
    /// <param name="reports">1 to <see cref="MaxReportsOfCall"/> reports.</param>
    [Alias("SubmitMany"), AlwaysInterleave]
    Task<ImmutableArray<SubmitResult>> SubmitMany(ImmutableArray<Report> reports);

    /// <summary>Sets a target. Answers once it is durable.</summary>
    [Alias("Assign"), AlwaysInterleave]
    Task<SubmitResult> Assign(TargetAssignment target, CancellationToken cancellation = default);

    /// <summary>Takes a step of a plan: a draft, a comment, a decision. Answers once it is durable, with the targets that it changes.</summary>
    [Alias("TakeStep"), AlwaysInterleave]
    Task<SubmitResult> TakeStep(PlanStep planStep, CancellationToken cancellation = default);

    /// <summary>Keeps an allotment. Answers once it is durable; the children's targets are assigned by whoever allots.</summary>
    [Alias("Allot"), AlwaysInterleave]
    Task<SubmitResult> Allot(Allotment allotment, CancellationToken cancellation = default);

    /// <summary>Every step of the unit's plans, in the order of its journal: what a <see cref="PlanBook"/> is made of. Steps are bounded by
    /// <see cref="PlanLimits"/>; allotments are not, and stand in no message together.</summary>
    [Alias("ListPlanEntries"), AlwaysInterleave]
    Task<ImmutableArray<PlanEntry>> ListPlanEntries(CancellationToken cancellation = default);

    /// <summary>The allotment that was kept under an id; null for none.</summary>
    [Alias("GetAllotment"), AlwaysInterleave]
    Task<Allotment?> GetAllotment(SourceId source, ReportId request, CancellationToken cancellation = default);

    /// <summary>Every step of the unit's plans, then the latest allotments of targets of exactly these months, at most
    /// <see cref="PlanLimits.AllotmentsListed"/>; each in the order of the journal, which is read once.</summary>
    [Alias("ListPlanning"), AlwaysInterleave]
    Task<ImmutableArray<PlanEntry>> ListPlanning(MonthRange range, CancellationToken cancellation = default);

    /// <summary>Closes months for the unit and all below it, or opens them again. Answers once it is durable; from then on it holds for whoever
    /// reports below.</summary>
    [Alias("ChangePeriod"), AlwaysInterleave]
    Task<SubmitResult> ChangePeriod(PeriodChange change, CancellationToken cancellation = default);

    /// <summary>The months of a range that are closed for the unit, by itself or by a unit above it.</summary>
    [Alias("ListClosedMonths"), AlwaysInterleave]
    Task<ImmutableArray<ClosedMonth>> ListClosedMonths(MonthRange range, CancellationToken cancellation = default);

    /// <summary>The receipt of any report ever committed, or null.</summary>
    [Alias("GetReceipt"), AlwaysInterleave]
    Task<Receipt?> GetReceipt(SourceId source, ReportId report, CancellationToken cancellation = default);

    /// <summary>A page of the unit's own journal.</summary>
    [Alias("ListEntries"), AlwaysInterleave]
    Task<JournalPage> ListEntries(JournalQuery query, CancellationToken cancellation = default);

    /// <summary>What journals add up to: for a proof of the unit's total, its own and those of its leaf children.</summary>
    /// <param name="cuts">1 to <see cref="JournalCut.MaxOfCall"/> cuts.</param>
    /// <param name="cancellation">Ends the wait.</param>
    [Alias("SumJournal"), AlwaysInterleave]
    Task<ImmutableArray<JournalSum>> SumJournal(ImmutableArray<JournalCut> cuts, CancellationToken cancellation = default);

    /// <summary>Exact totals under one version.</summary>
    [Alias("Read"), AlwaysInterleave]
    Task<UnitTotals> Read(TotalsQuery query, CancellationToken cancellation = default);

    /// <summary>Answers with exact totals when they are newer than what is known, or within a few seconds that they are not. One call waits
    /// here for each gateway that has watchers of the unit: that is its subscription.</summary>
    [Alias("Watch"), AlwaysInterleave]
    Task<WatchReading> Watch(WatchQuery query, CancellationToken cancellation = default);

    /// <summary>Children say what changed. Harmless when lost, repeated or late.</summary>
    /// <returns>A reply to each message, in their order.</returns>
    [Alias("ApplyMany"), AlwaysInterleave]
    Task<ImmutableArray<PushReply>> ApplyMany(ImmutableArray<PushMessage> messages);

    /// <summary>A parent asks whether it holds all that this unit has for it; also makes the unit look at its own children.</summary>
    /// <param name="parent">The parent, or null from the sweep of the roots.</param>
    /// <param name="held">The version that the parent holds, or null.</param>
    [Alias("Nudge"), AlwaysInterleave]
    Task<NudgeReply> Nudge(UnitId? parent, UnitVersion? held);
}
