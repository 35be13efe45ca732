using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Planning;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Sets targets, one by one and by plans, and allots them.</summary>
internal sealed partial class PlanService(
    IGrainFactory grains, CatalogueCache catalogue, UnitSight sight, UnitCache units, ExactReads reads, ChildList children, TargetEffects effects, CircleRule circles)
    : V1.PlanService.PlanServiceBase
{
    /// <inheritdoc/>
    public override async Task<V1.AssignTargetResponse> AssignTarget(V1.AssignTargetRequest request, ServerCallContext context)
    {
        CatalogueView view = await View([request.Indicator, .. Ids(request.Target)], context);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        TargetAssignment target = (request.Target is null ? Bounded(request, view, found) : await Stated(request, view, found, context)) with { Who = context.Caller().Who };
        if (found.Count == 0 && target is { Stated: { } stated, Withdrawn: false })
        {
            await circles.Require(unit, [stated], _ => "target.", context.Caller(), found, context.CancellationToken);
        }

        found.ThrowIfAny();
        if (request.ValidateOnly)
        {
            TargetChange change = new(target.Key, target.Withdrawn ? null : target.Stated ?? OfBound(target));
            return new V1.AssignTargetResponse { Effects = { await effects.Of(unit, [change], view, context.Caller(), context.CancellationToken) } };
        }

        SubmitResult said = await At(unit).Assign(target, context.CancellationToken);
        (V1.Receipt receipt, bool repeated) = await Taken(said, target.ContentHash, view, context);
        return new V1.AssignTargetResponse { Receipt = receipt, Repeated = repeated };
    }

    /// <inheritdoc/>
    public override async Task<V1.RecordAssessmentResponse> RecordAssessment(V1.RecordAssessmentRequest request, ServerCallContext context)
    {
        CatalogueView view = await View([request.Indicator], context);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        TargetParser parser = new(view, sight, context.Caller(), found);
        (TargetKey key, _) = parser.Key("", request.Indicator, request.Range, request.Tier);
        Assessment assessment = TargetEnums.From(found.Choice("assessment", request.Assessment, required: true));
        string evidence = found.Text("evidence", request.Evidence, Target.MaxWords, required: assessment != Assessment.NotYet);
        TargetAssignment judged = new()
        {
            Source = found.Source("source", request.Source),
            RequestId = found.Report("request_id", request.RequestId),
            ContentHash = ContentHash.Of("units.assessment.v1", request),
            Indicator = key.Indicator,
            Range = key.Range,
            Tier = key.Tier,
            Bound = Bound.AtLeast,
            Value = Amount.Zero,
            Additive = false,
            Judgement = new Judgement(assessment, evidence),
            Who = context.Caller().Who,
        };
        found.ThrowIfAny();
        if (request.ValidateOnly)
        {
            if (await effects.Standing(unit, key, context.CancellationToken) is not { Stated.Kind: TargetKind.Qualitative })
            {
                throw new RefusedException([new Violation(PlanReasons.NotQualitative, "indicator", request.Indicator, [])]);
            }

            return new V1.RecordAssessmentResponse();
        }

        SubmitResult said = await At(unit).Assign(judged, context.CancellationToken);
        (V1.Receipt receipt, bool repeated) = await Taken(said, judged.ContentHash, view, context);
        return new V1.RecordAssessmentResponse { Receipt = receipt, Repeated = repeated };
    }

    private static TargetAssignment Bounded(V1.AssignTargetRequest request, CatalogueView view, Violations found)
    {
        Indicator? indicator = found.TargetedIndicator(view, "indicator", request.Indicator);
        Bound bound = Enums.From(found.Choice("bound", request.Bound, required: true));
        Amount value = Amount.Zero;
        if (request.Withdrawn && request.Value.Length > 0)
        {
            found.Add(GatewayReasons.NotTogether, "value", request.Value, "withdrawn");
        }
        else if (!request.Withdrawn && request.Value.EndsWith('%') && indicator is { IsAdditive: true })
        {
            found.Add(GatewayReasons.PercentForAmount, "value", request.Value);
        }
        else if (!request.Withdrawn)
        {
            int scale = indicator is null ? DecimalText.MaxScale : IndicatorMath.TargetScale(indicator, view.MeasuresOf(indicator).Numerator);
            value = found.Amount("value", request.Value, scale);
        }

        return new TargetAssignment
        {
            Source = found.Source("source", request.Source),
            RequestId = found.Report("request_id", request.RequestId),
            ContentHash = ContentHash.Of(request),
            Indicator = indicator?.Number ?? 0,
            Range = found.Range("range", request.Range) ?? default,
            Bound = bound,
            Value = value,
            Additive = indicator?.IsAdditive == true,
            Withdrawn = request.Withdrawn,
        };
    }

    private async ValueTask<TargetAssignment> Stated(V1.AssignTargetRequest request, CatalogueView view, Violations found, ServerCallContext context)
    {
        if (request.Indicator.Length + request.Range.Length + request.Value.Length > 0 || request.Bound != V1.Bound.Unspecified)
        {
            found.Add(GatewayReasons.NotTogether, "target", "", "indicator, range, bound, value");
        }

        SourceId source = found.Source("source", request.Source);
        ReportId id = found.Report("request_id", request.RequestId);
        TargetParser parser = new(view, sight, context.Caller(), found);
        if (!request.Withdrawn)
        {
            Target? target = await parser.Parse(request.Target, "target.", context.CancellationToken);
            bool additive = target is not null && view.TryIndicator(target.Indicator, out Indicator? on) && on.IsAdditive;
            return TargetAssignment.Of(target ?? Nothing, additive, source, id, ContentHash.Of("units.target.v2", request));
        }

        (TargetKey key, Indicator? indicator) = parser.Key("target.", request.Target.Indicator, request.Target.Range, request.Target.Tier);
        Target gone = Nothing with { Indicator = key.Indicator, Range = key.Range, Tier = key.Tier };
        return TargetAssignment.Of(gone, indicator?.IsAdditive == true, source, id, ContentHash.Of("units.target.v2", request)) with { Stated = null, Withdrawn = true };
    }

    /// <summary>Stands for a target that could not be read.</summary>
    private static Target Nothing { get; } = new() { Indicator = 0, Range = default, Kind = TargetKind.AtLeast };

    private static Target OfBound(TargetAssignment bound) => Nothing with
    {
        Indicator = bound.Indicator,
        Range = bound.Range,
        Tier = bound.Tier,
        Kind = bound.Bound == Bound.AtLeast ? TargetKind.AtLeast : TargetKind.AtMost,
        Lower = bound.Bound == Bound.AtLeast ? bound.Value : null,
        Upper = bound.Bound == Bound.AtMost ? bound.Value : null,
    };

    private IUnitGrain At(UnitId unit) => grains.GetGrain<IUnitGrain>(UnitKey.Of(unit));

    private async ValueTask<UnitId> Unit(string text, Violations found, ServerCallContext context)
    {
        UnitId unit = found.Unit("unit", text);
        await found.RequireSeen(sight, context.Caller(), "unit", unit, context.CancellationToken);
        return unit;
    }

    private ValueTask<CatalogueView> View(IEnumerable<string> indicators, ServerCallContext context)
    {
        string[] ids = [.. indicators.Where(id => id.Length > 0).Distinct()];
        return catalogue.Get(v => ids.All(id => v.TryIndicator(id, out _)), context.CancellationToken);
    }

    private static IEnumerable<string> Ids(V1.Target? target) =>
        target is null ? [] : [target.Indicator, target.Reference?.Indicator ?? "", .. target.Components];

    private async ValueTask<(V1.Receipt Receipt, bool Repeated)> Taken(
        SubmitResult said, System.Collections.Immutable.ImmutableArray<byte> content, CatalogueView view, ServerCallContext context)
    {
        string hash = ReceiptMessages.Hex(content.AsSpan());
        (Receipt receipt, bool repeated) = await Submissions.Taken(
            said, context.Caller(), sight, "request_id", hash, first => Conflicts.Of(first, view, hash), context.CancellationToken);
        return (ReceiptMessages.Of(receipt, view), repeated);
    }
}
