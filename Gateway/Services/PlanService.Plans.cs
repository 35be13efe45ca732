using System.Collections.Immutable;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Planning;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>The steps of plans.</summary>
internal sealed partial class PlanService
{
    /// <inheritdoc/>
    public override async Task<V1.DraftPlanResponse> DraftPlan(V1.DraftPlanRequest request, ServerCallContext context)
    {
        CatalogueView view = await View(request.Targets.SelectMany(Ids), context);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        PlanStep step = await Parser(view, found, context).Draft(request, context.CancellationToken);
        await RequireNoCircle(unit, step, found, context);
        found.ThrowIfAny();
        if (request.ValidateOnly)
        {
            await Judged(unit, step, context);
            return new V1.DraftPlanResponse();
        }

        (V1.Receipt receipt, bool repeated) = await Take(unit, step, view, context);
        return new V1.DraftPlanResponse { Receipt = receipt, Repeated = repeated };
    }

    /// <inheritdoc/>
    public override async Task<V1.OpenForCommentsResponse> OpenForComments(V1.OpenForCommentsRequest request, ServerCallContext context)
    {
        CatalogueView view = await View([], context);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        PlanStep step = await Parser(view, found, context).Open(request, context.CancellationToken);
        found.ThrowIfAny();
        if (request.ValidateOnly)
        {
            await Judged(unit, step, context);
            return new V1.OpenForCommentsResponse();
        }

        (V1.Receipt receipt, bool repeated) = await Take(unit, step, view, context);
        return new V1.OpenForCommentsResponse { Receipt = receipt, Repeated = repeated };
    }

    /// <inheritdoc/>
    public override async Task<V1.CommentOnPlanResponse> CommentOnPlan(V1.CommentOnPlanRequest request, ServerCallContext context)
    {
        CatalogueView view = await View([], context);
        Violations found = new();
        PlanStep step = Parser(view, found, context).Comment(request);
        bool isSeen = await RequireMayComment(request.Unit, step.By, "by", found, context);
        found.ThrowIfAny();
        UnitId unit = new(request.Unit);
        if (request.ValidateOnly)
        {
            await Judged(unit, step, context, isSeen);
            return new V1.CommentOnPlanResponse();
        }

        SubmitResult said = await At(unit).TakeStep(step, context.CancellationToken);
        (V1.Receipt receipt, bool repeated) = await Taken(Veiled(said, isSeen, unit), step.ContentHash, view, context);
        return new V1.CommentOnPlanResponse { Receipt = receipt, Repeated = repeated };
    }

    /// <inheritdoc/>
    public override async Task<V1.IssuePlanResponse> IssuePlan(V1.IssuePlanRequest request, ServerCallContext context)
    {
        CatalogueView view = await View([], context);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        PlanStep step = Parser(view, found, context).Issue(request);
        found.ThrowIfAny();
        if (request.ValidateOnly)
        {
            return new V1.IssuePlanResponse { Effects = { await Effects(unit, step, view, context) } };
        }

        (V1.Receipt receipt, bool repeated) = await Take(unit, step, view, context);
        return new V1.IssuePlanResponse { Receipt = receipt, Repeated = repeated };
    }

    /// <inheritdoc/>
    public override async Task<V1.AmendPlanResponse> AmendPlan(V1.AmendPlanRequest request, ServerCallContext context)
    {
        CatalogueView view = await View([.. request.Targets.SelectMany(Ids), .. request.Withdrawn.Select(w => w.Indicator)], context);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        PlanStep step = await Parser(view, found, context).Amend(request, context.CancellationToken);
        await RequireNoCircle(unit, step, found, context);
        found.ThrowIfAny();
        if (request.ValidateOnly)
        {
            return new V1.AmendPlanResponse { Effects = { await Effects(unit, step, view, context) } };
        }

        (V1.Receipt receipt, bool repeated) = await Take(unit, step, view, context);
        return new V1.AmendPlanResponse { Receipt = receipt, Repeated = repeated };
    }

    private PlanParser Parser(CatalogueView view, Violations found, ServerCallContext context) => new(view, sight, context.Caller(), found);

    private async ValueTask RequireNoCircle(UnitId unit, PlanStep step, Violations found, ServerCallContext context)
    {
        if (found.Count == 0)
        {
            await circles.Require(unit, step.Targets, i => Fields.Item("targets", i) + ".", context.Caller(), found, context.CancellationToken);
        }
    }

    private async Task<(V1.Receipt Receipt, bool Repeated)> Take(UnitId unit, PlanStep step, CatalogueView view, ServerCallContext context) =>
        await Taken(await At(unit).TakeStep(step, context.CancellationToken), step.ContentHash, view, context);

    /// <summary>The plans of a unit, by which a step was judged that changes nothing.</summary>
    private async Task<PlanBook> Judged(UnitId unit, PlanStep step, ServerCallContext context, bool isSeen = true)
    {
        PlanBook book = await Book(unit, context);
        ImmutableArray<Violation> violations = book.Judge(step);
        return violations.IsEmpty
            ? book
            : throw new RefusedException(Veiled(new SubmitResult(SubmitStatus.Refused, null, violations), isSeen, unit).Violations);
    }

    private async Task<List<V1.TargetEffect>> Effects(UnitId unit, PlanStep step, CatalogueView view, ServerCallContext context)
    {
        PlanBook book = await Judged(unit, step, context);
        IEnumerable<TargetChange> changes = book.Find(step.Plan)!.Changes(step).Select(change => new TargetChange(change.Key, change.Value.Target));
        return await effects.Of(unit, [.. changes], view, context.Caller(), context.CancellationToken);
    }

    /// <summary>
    /// Who sees the unit that comments may speak to the plan's unit, where that stands above: only there it can have been asked. False where
    /// the plan's unit is not seen itself.
    /// </summary>
    private async ValueTask<bool> RequireMayComment(string unit, UnitId commenter, string field, Violations found, ServerCallContext context)
    {
        UnitId of = found.Unit("unit", unit);
        await found.RequireSeen(sight, context.Caller(), field, commenter, context.CancellationToken);
        if (of.Text.Length == 0 || await sight.Sees(context.Caller(), of, context.CancellationToken))
        {
            return true;
        }

        // Before anything is asked of it: a unit that is no unit above is not woken.
        if (found.Count > 0 || !await IsAbove(of, commenter, context.CancellationToken))
        {
            found.Add(GatewayReasons.UnitNotFound, "unit", unit);
        }

        return false;
    }

    private async ValueTask<bool> IsAbove(UnitId unit, UnitId below, CancellationToken cancellation)
    {
        HashSet<UnitId> passed = [below];
        UnitId[] level = [below];
        while (level.Length > 0)
        {
            IReadOnlyDictionary<UnitId, Unit> known = await units.Get(level, cancellation);
            level = [.. known.Values.SelectMany(u => u.Edges).Select(edge => edge.Parent).Where(passed.Add)];
            if (level.Contains(unit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a unit refuses to who does not see it is told as if it did not exist.</summary>
    private static SubmitResult Veiled(SubmitResult said, bool isSeen, UnitId unit) =>
        isSeen || said.Status != SubmitStatus.Refused ? said : said with { Violations = [new Violation(GatewayReasons.UnitNotFound, "unit", unit.Text, [])] };
}
