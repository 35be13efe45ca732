using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;

namespace Units.Gateway.Requests;

/// <summary>Reads steps of plans; what breaks a rule is noted.</summary>
internal sealed class PlanParser(CatalogueView view, UnitSight sight, Caller caller, Violations found)
{
    private readonly TargetParser _targets = new(view, sight, caller, found);

    /// <summary>A draft.</summary>
    public async ValueTask<PlanStep> Draft(V1.DraftPlanRequest sent, CancellationToken cancellation)
    {
        MonthRange? range = found.Range("range", sent.Range);
        (ImmutableArray<Target> targets, ImmutableArray<int> additive) = await Targets(sent.Targets, range, cancellation);
        return Step(PlanStepKind.Draft, sent.Plan, sent.Source, sent.RequestId, sent) with
        {
            Title = found.Text("title", sent.Title, PlanLimits.Title, required: true),
            Range = range ?? default(MonthRange),
            Theme = found.Text("theme", sent.Theme, PlanLimits.Theme),
            Targets = targets,
            Additive = additive,
            Text = found.Text("note", sent.Note, PlanLimits.Note),
        };
    }

    /// <summary>The opening for comments.</summary>
    public async ValueTask<PlanStep> Open(V1.OpenForCommentsRequest sent, CancellationToken cancellation)
    {
        if (sent.Commenters.Count == 0)
        {
            found.Add(GatewayReasons.FieldRequired, "commenters", "");
        }

        found.Items("commenters", sent.Commenters.Count, PlanLimits.Commenters);
        List<UnitId> commenters = [];
        foreach ((int i, string id) in sent.Commenters.Take(PlanLimits.Commenters).Index())
        {
            string field = Fields.Item("commenters", i);
            UnitId unit = found.Unit(field, id);
            await found.RequireSeen(sight, caller, field, unit, cancellation);
            commenters.Add(unit);
        }

        return Step(PlanStepKind.Open, sent.Plan, sent.Source, sent.RequestId, sent) with { Commenters = [.. commenters.Distinct().Order()] };
    }

    /// <summary>A comment.</summary>
    public PlanStep Comment(V1.CommentOnPlanRequest sent)
    {
        return Step(PlanStepKind.Comment, sent.Plan, sent.Source, sent.RequestId, sent) with
        {
            By = found.Unit("by", sent.By),
            Text = found.Text("text", sent.Text, PlanLimits.Comment, required: true),
        };
    }

    /// <summary>An issue. A decision that is missing is the unit's to refuse: it knows what the step is for.</summary>
    public PlanStep Issue(V1.IssuePlanRequest sent)
    {
        return Step(PlanStepKind.Issue, sent.Plan, sent.Source, sent.RequestId, sent) with
        {
            Decision = Decision(sent.Decision),
            Text = found.Text("note", sent.Note, PlanLimits.Note),
        };
    }

    /// <summary>An amendment.</summary>
    public async ValueTask<PlanStep> Amend(V1.AmendPlanRequest sent, CancellationToken cancellation)
    {
        if (sent.Targets.Count + sent.Withdrawn.Count == 0)
        {
            found.Add(GatewayReasons.FieldRequired, "targets", "");
        }

        (ImmutableArray<Target> targets, ImmutableArray<int> additive) = await Targets(sent.Targets, null, cancellation);
        found.Items("withdrawn", sent.Withdrawn.Count, PlanLimits.Targets);
        return Step(PlanStepKind.Amend, sent.Plan, sent.Source, sent.RequestId, sent) with
        {
            Decision = Decision(sent.Decision),
            Targets = targets,
            Additive = additive,
            Withdrawn =
            [
                .. sent.Withdrawn.Take(PlanLimits.Targets).Select((key, i) => _targets.Key(Fields.Item("withdrawn", i) + ".", key.Indicator, key.Range, key.Tier).Key),
            ],
            Text = found.Text("note", sent.Note, PlanLimits.Note),
        };
    }

    /// <summary>The id of a plan.</summary>
    public static PlanId Plan(Violations found, string text) => found.Id("plan", text) ? new PlanId(text) : default;

    private Decision? Decision(V1.Decision? sent)
    {
        if (sent is null)
        {
            found.Add(PlanReasons.NoDecision, "decision", "");
        }

        return found.Decision("decision", sent);
    }

    private async ValueTask<(ImmutableArray<Target> Targets, ImmutableArray<int> Additive)> Targets(
        RepeatedField<V1.Target> sent, MonthRange? within, CancellationToken cancellation)
    {
        found.Items("targets", sent.Count, PlanLimits.Targets);
        List<Target> targets = [];
        foreach ((int i, V1.Target each) in sent.Take(PlanLimits.Targets).Index())
        {
            string prefix = Fields.Item("targets", i) + ".";
            if (await _targets.Parse(each, prefix, cancellation) is not { } target)
            {
                continue;
            }

            targets.Add(target);
            if (within is { } months && !months.Contains(target.Range))
            {
                found.Add(PlanReasons.OutsidePlan, prefix + "range", each.Range, months.ToString());
            }
        }

        return ([.. targets], [.. targets.Select(t => t.Indicator).Distinct().Where(IsAdditive).Order()]);
    }

    private bool IsAdditive(int number) => view.TryIndicator(number, out Indicator? indicator) && indicator.IsAdditive;

    private PlanStep Step<T>(PlanStepKind kind, string plan, string source, string requestId, T sent)
        where T : IMessage<T> => new()
        {
            Source = found.Source("source", source),
            RequestId = found.Report("request_id", requestId),
            ContentHash = ContentHash.Of("units.plan-" + kind.ToString().ToLowerInvariant() + ".v1", sent),
            Plan = Plan(found, plan),
            Kind = kind,
            Who = caller.Who,
        };
}
