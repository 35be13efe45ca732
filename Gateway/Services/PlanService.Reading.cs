using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Plans as they are and as they were.</summary>
internal sealed partial class PlanService
{
    private const int PlansOfPage = 50;

    /// <inheritdoc/>
    public override async Task<V1.GetPlanResponse> GetPlan(V1.GetPlanRequest request, ServerCallContext context)
    {
        Violations found = new();
        PlanId id = PlanParser.Plan(found, request.Plan);
        UnitId commenter = request.Commenter.Length > 0 ? found.Unit("commenter", request.Commenter) : default;
        bool isSeen = commenter.Text.Length > 0
            ? await RequireMayComment(request.Unit, commenter, "commenter", found, context)
            : (await Unit(request.Unit, found, context)).Text.Length > 0;
        found.ThrowIfAny();

        UnitId unit = new(request.Unit);
        Plan? plan = (await Book(unit, context)).Find(id);
        if (!isSeen && plan?.Commenters.Contains(commenter) != true)
        {
            throw new RefusedException([new Violation(GatewayReasons.UnitNotFound, "unit", request.Unit, [])]);
        }

        PlanVersion version = Version(plan, id, request.Version, "version");
        CatalogueView view = await Covering(version.Targets, context);
        return new V1.GetPlanResponse { Plan = await Message(unit, plan!, version, view, context) };
    }

    /// <inheritdoc/>
    public override async Task<V1.ListPlansResponse> ListPlans(V1.ListPlansRequest request, ServerCallContext context)
    {
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        int size = request.PageSize == 0 ? PlansOfPage : found.Whole("page_size", request.PageSize, 1, PlanLimits.Plans);
        string question = "plans|" + request.Unit;
        string? after = found.PageToken(question, request.PageToken);
        found.ThrowIfAny();

        Plan[] plans = [.. (await Book(unit, context)).Plans.Values.Where(p => after is null || string.CompareOrdinal(p.Id.Text, after) > 0).Take(size + 1)];
        V1.ListPlansResponse response = new() { NextPageToken = plans.Length > size ? PageTokens.Write(question, plans[size - 1].Id.Text) : "" };
        foreach (Plan plan in plans.Take(size))
        {
            response.Plans.Add(PlanMessages.Of(unit, plan, plan.Latest));
        }

        return response;
    }

    /// <inheritdoc/>
    public override async Task<V1.ComparePlanVersionsResponse> ComparePlanVersions(V1.ComparePlanVersionsRequest request, ServerCallContext context)
    {
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        PlanId id = PlanParser.Plan(found, request.Plan);
        found.Whole("from_version", request.FromVersion, 1, PlanLimits.Versions);
        found.ThrowIfAny();

        Plan? plan = (await Book(unit, context)).Find(id);
        PlanVersion from = Version(plan, id, request.FromVersion, "from_version");
        PlanVersion to = Version(plan, id, request.ToVersion, "to_version");
        CatalogueView view = await Covering([.. from.Targets, .. to.Targets], context);
        ImmutableArray<PlanDifference> differences = from.To(to);
        V1.ComparePlanVersionsResponse response = new()
        {
            FromVersion = PlanMessages.Of(from),
            ToVersion = PlanMessages.Of(to),
            Same = from.Targets.Length - differences.Count(d => d.Before is not null),
        };
        foreach (PlanDifference difference in differences)
        {
            response.Differences.Add(new V1.TargetDifference
            {
                Before = difference.Before is { } before ? TargetMessages.Of(await sight.Shown(context.Caller(), before, context.CancellationToken), view) : null,
                After = difference.After is { } after ? TargetMessages.Of(await sight.Shown(context.Caller(), after, context.CancellationToken), view) : null,
            });
        }

        return response;
    }

    private async Task<PlanBook> Book(UnitId unit, ServerCallContext context) => PlanBook.Of(await At(unit).ListPlanEntries(context.CancellationToken));

    private ValueTask<CatalogueView> Covering(IReadOnlyCollection<Target> targets, ServerCallContext context) =>
        catalogue.Get(v => targets.All(t => v.TryIndicator(t.Indicator, out _)), context.CancellationToken);

    private static PlanVersion Version(Plan? plan, PlanId id, int number, string field)
    {
        if (plan is null)
        {
            throw new RefusedException([new Violation(PlanReasons.NotFound, "plan", id.Text, [])]);
        }

        int last = plan.Versions.Count;
        return number == 0 ? plan.Latest
            : number > 0 && number <= last ? plan.Versions[number - 1]
            : throw new RefusedException([new Violation(GatewayReasons.NumberOutOfRange, field, Fields.Number(number), ["1", last.ToString(CultureInfo.InvariantCulture)])]);
    }

    private async Task<V1.Plan> Message(UnitId unit, Plan plan, PlanVersion version, CatalogueView view, ServerCallContext context)
    {
        V1.Plan message = PlanMessages.Of(unit, plan, version);
        foreach (Target target in version.Targets)
        {
            message.Targets.Add(TargetMessages.Of(await sight.Shown(context.Caller(), target, context.CancellationToken), view));
        }

        HashSet<UnitId> seen = [.. (await sight.Get(context.Caller(), [.. plan.Commenters, .. plan.Comments.Select(c => c.By)], context.CancellationToken)).Keys];
        message.Commenters.AddRange(plan.Commenters.Where(seen.Contains).Select(c => c.Text));
        message.Comments.AddRange(plan.Comments.Where(c => seen.Contains(c.By)).Select(PlanMessages.Of));
        return message;
    }
}
