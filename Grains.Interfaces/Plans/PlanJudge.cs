using System.Collections.Immutable;
using System.Globalization;

namespace Units;

/// <summary>Judges one step of a plan by what the unit's plans are.</summary>
internal sealed class PlanJudge(PlanBook book, PlanStep step)
{
    private readonly ImmutableArray<Violation>.Builder _found = ImmutableArray.CreateBuilder<Violation>();

    /// <summary>All that is wrong.</summary>
    public ImmutableArray<Violation> Judge()
    {
        Plan? plan = book.Find(step.Plan);
        if (plan is null && step.Kind != PlanStepKind.Draft)
        {
            Add(PlanReasons.NotFound, "plan", step.Plan.Text);
            return _found.ToImmutable();
        }

        if (plan is not null && !IsTime(plan.Status))
        {
            Add(PlanReasons.NotNow, "plan", step.Plan.Text, plan.Status.ToString());
            return _found.ToImmutable();
        }

        Bounds(plan);
        switch (step.Kind)
        {
            case PlanStepKind.Comment when !plan!.Commenters.Contains(step.By):
                Add(PlanReasons.NotAsked, "by", step.By.Text);
                break;
            case PlanStepKind.Issue:
                Issue(plan!);
                break;
            case PlanStepKind.Amend:
                Decision(plan!);
                break;
        }

        return _found.ToImmutable();
    }

    private bool IsTime(PlanStatus status) => step.Kind switch
    {
        PlanStepKind.Comment => status == PlanStatus.Open,
        PlanStepKind.Amend => status == PlanStatus.Issued,
        _ => status != PlanStatus.Issued,
    };

    private void Bounds(Plan? plan)
    {
        AtMost("plan", plan is null ? book.Plans.Count + 1 : 0, PlanLimits.Plans);
        AtMost("plan", step.MakesVersion ? (plan?.Versions.Count ?? 0) + 1 : 0, PlanLimits.Versions);
        AtMost("commenters", plan?.Commenters.Union(step.Commenters).Count ?? 0, PlanLimits.Commenters);
        AtMost("text", step.Kind == PlanStepKind.Comment ? plan!.Comments.Count + 1 : 0, PlanLimits.Comments);
        AtMost("targets", step.Targets.Select(TargetKey.Of).Union(plan?.Held.Keys ?? []).Count(), PlanLimits.Targets);
        HashSet<TargetKey> named = [];
        for (int i = 0; i < step.Targets.Length; i++)
        {
            Once($"targets[{Number(i)}]", TargetKey.Of(step.Targets[i]), named);
            Within($"targets[{Number(i)}].range", step.Targets[i].Range, step.Range ?? plan?.Latest.Range);
        }

        for (int i = 0; i < step.Withdrawn.Length; i++)
        {
            Once($"withdrawn[{Number(i)}]", step.Withdrawn[i], named);
        }
    }

    private void Issue(Plan plan)
    {
        if (plan.Latest.Targets.IsEmpty)
        {
            Add(PlanReasons.NoTargets, "plan", step.Plan.Text);
        }

        Decision(plan);
    }

    private void Decision(Plan plan)
    {
        if (step.Decision is not { } decision)
        {
            Add(PlanReasons.NoDecision, "decision", "");
            return;
        }

        // A number begins anew with the year; one plan is never decided on twice under the same.
        foreach (Plan other in book.Plans.Values)
        {
            if (other.Decisions.Find(d => DecisionOrder.IsSameNumber(d, decision) && (other == plan || d.Date.Year == decision.Date.Year)) is { } used)
            {
                Add(PlanReasons.DecisionUsed, "decision.number", decision.Number, other.Id.Text, Day(used.Date));
                break;
            }
        }

        if (step.Kind == PlanStepKind.Amend && decision.Date < plan.Decisions[0].Date)
        {
            Add(PlanReasons.DecisionTooEarly, "decision.date", Day(decision.Date), Day(plan.Decisions[0].Date));
        }

        foreach (TargetKey key in plan.Changes(step).Select(change => change.Key))
        {
            if (book.Plans.Values.FirstOrDefault(p => p != plan && p.Held.GetValueOrDefault(key)?.Target is not null) is { } other)
            {
                Add(PlanReasons.OtherPlan, "targets", Name(key), other.Id.Text);
            }
        }
    }

    private void AtMost(string field, int count, int most)
    {
        if (count > most)
        {
            Add(PlanReasons.TooMany, field, Number(count), Number(most));
        }
    }

    private void Within(string field, MonthRange range, MonthRange? plan)
    {
        if (plan is { } months && !months.Contains(range))
        {
            Add(PlanReasons.OutsidePlan, field, range.ToString(), months.ToString());
        }
    }

    private void Once(string field, TargetKey key, HashSet<TargetKey> named)
    {
        if (!named.Add(key))
        {
            Add(PlanReasons.Twice, field, Name(key));
        }
    }

    private void Add(string reason, string field, string value, params ImmutableArray<string> arguments) =>
        _found.Add(new Violation(reason, field, value, arguments));

    private static string Name(TargetKey key) => $"{Number(key.Indicator)} {key.Range} {key.Tier}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
