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
        V1.DraftPlanRequest content = sent.Clone();
        (content.Unit, content.Source, content.RequestId, content.ValidateOnly) = ("", "", "", false);
        MonthRange? range = found.Range("range", sent.Range);
        (ImmutableArray<Target> targets, ImmutableArray<int> additive) = await Targets(sent.Targets, range, cancellation);
        return Step(PlanStepKind.Draft, sent.Plan, sent.Source, sent.RequestId, content) with
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
        V1.OpenForCommentsRequest content = sent.Clone();
        (content.Unit, content.Source, content.RequestId, content.ValidateOnly) = ("", "", "", false);
        if (sent.Commenters.Count == 0)
        {
            found.Add(GatewayReasons.FieldRequired, "commenters", "");
        }

        found.Items("commenters", sent.Commenters.Count, PlanLimits.Commenters);
        List<UnitId> commenters = [];
        foreach ((int i, string id) in sent.Commenters.Take(PlanLimits.Commenters).Index())
        {
            string field = Item("commenters", i);
            UnitId unit = found.Unit(field, id);
            await found.RequireSeen(sight, caller, field, unit, cancellation);
            commenters.Add(unit);
        }

        return Step(PlanStepKind.Open, sent.Plan, sent.Source, sent.RequestId, content) with { Commenters = [.. commenters.Distinct().Order()] };
    }

    /// <summary>A comment.</summary>
    public PlanStep Comment(V1.CommentOnPlanRequest sent)
    {
        V1.CommentOnPlanRequest content = sent.Clone();
        (content.Unit, content.Source, content.RequestId, content.ValidateOnly) = ("", "", "", false);
        return Step(PlanStepKind.Comment, sent.Plan, sent.Source, sent.RequestId, content) with
        {
            By = found.Unit("by", sent.By),
            Text = found.Text("text", sent.Text, PlanLimits.Comment, required: true),
        };
    }

    /// <summary>An issue. A decision that is missing is the unit's to refuse: it knows what the step is for.</summary>
    public PlanStep Issue(V1.IssuePlanRequest sent)
    {
        V1.IssuePlanRequest content = sent.Clone();
        (content.Unit, content.Source, content.RequestId, content.ValidateOnly) = ("", "", "", false);
        return Step(PlanStepKind.Issue, sent.Plan, sent.Source, sent.RequestId, content) with
        {
            Decision = Decision(sent.Decision),
            Text = found.Text("note", sent.Note, PlanLimits.Note),
        };
    }

    /// <summary>An amendment.</summary>
    public async ValueTask<PlanStep> Amend(V1.AmendPlanRequest sent, CancellationToken cancellation)
    {
        V1.AmendPlanRequest content = sent.Clone();
        (content.Unit, content.Source, content.RequestId, content.ValidateOnly) = ("", "", "", false);
        if (sent.Targets.Count + sent.Withdrawn.Count == 0)
        {
            found.Add(GatewayReasons.FieldRequired, "targets", "");
        }

        (ImmutableArray<Target> targets, ImmutableArray<int> additive) = await Targets(sent.Targets, null, cancellation);
        found.Items("withdrawn", sent.Withdrawn.Count, PlanLimits.Targets);
        return Step(PlanStepKind.Amend, sent.Plan, sent.Source, sent.RequestId, content) with
        {
            Decision = Decision(sent.Decision),
            Targets = targets,
            Additive = additive,
            Withdrawn =
            [
                .. sent.Withdrawn.Take(PlanLimits.Targets).Select((key, i) => _targets.Key(Item("withdrawn", i) + ".", key.Indicator, key.Range, key.Tier).Key),
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
            string prefix = Item("targets", i) + ".";
            if (await _targets.Parse(each, prefix, cancellation) is not { } target)
            {
                continue;
            }

            targets.Add(target);
            if (within is { } months && (target.Range.From < months.From || target.Range.To > months.To))
            {
                found.Add(PlanReasons.OutsidePlan, prefix + "range", each.Range, months.ToString());
            }
        }

        return ([.. targets], [.. targets.Select(t => t.Indicator).Distinct().Where(IsAdditive).Order()]);
    }

    private bool IsAdditive(int number) => view.TryIndicator(number, out Indicator? indicator) && indicator.IsAdditive;

    private PlanStep Step(PlanStepKind kind, string plan, string source, string requestId, IMessage content) => new()
    {
        Source = found.Source("source", source),
        RequestId = found.Report("request_id", requestId),
        ContentHash = ContentHash.Of("units.plan-" + kind.ToString().ToLowerInvariant() + ".v1", content),
        Plan = Plan(found, plan),
        Kind = kind,
        Who = caller.Who,
    };

    private static string Item(string field, int i) => string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]");
}
