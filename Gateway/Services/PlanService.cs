using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Sets targets.</summary>
internal sealed class PlanService(IGrainFactory grains, CatalogueCache catalogue, UnitSight sight) : V1.PlanService.PlanServiceBase
{
    /// <inheritdoc/>
    public override async Task<V1.AssignTargetResponse> AssignTarget(V1.AssignTargetRequest request, ServerCallContext context)
    {
        CatalogueView view = await catalogue.Get(v => v.TryIndicator(request.Indicator, out _), context.CancellationToken);
        Violations found = new();
        UnitId unit = found.Unit("unit", request.Unit);
        await found.RequireSeen(sight, context.Caller(), "unit", unit, context.CancellationToken);

        TargetAssignment target = Parse(request, view, found) with { Who = context.Caller().Who };
        found.ThrowIfAny();

        SubmitResult said = await grains.GetGrain<IUnitGrain>(UnitKey.Of(unit)).Assign(target, context.CancellationToken);
        string hash = ReceiptMessages.Hex(target.ContentHash.AsSpan());
        (Receipt receipt, bool repeated) = await Submissions.Taken(
            said, context.Caller(), sight, "request_id", hash, first => Conflicts.Of(first, view, hash), context.CancellationToken);
        return new V1.AssignTargetResponse { Receipt = ReceiptMessages.Of(receipt, view), Repeated = repeated };
    }

    private static TargetAssignment Parse(V1.AssignTargetRequest request, CatalogueView view, Violations found)
    {
        Indicator? indicator = Indicator(request, view, found);
        Bound bound = Enums.From(found.Choice("bound", request.Bound, required: true));
        Amount value = Amount.Zero;
        if (!request.Withdrawn)
        {
            int scale = indicator is null ? DecimalText.MaxScale : IndicatorMath.TargetScale(indicator, view.MeasuresOf(indicator).Numerator);
            value = found.Amount("value", request.Value, scale);
        }
        else if (request.Value.Length > 0)
        {
            found.Add(GatewayReasons.NotTogether, "value", request.Value, "withdrawn");
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
            Additive = indicator?.Formula == FormulaKind.Amount,
            Withdrawn = request.Withdrawn,
        };
    }

    private static Indicator? Indicator(V1.AssignTargetRequest request, CatalogueView view, Violations found)
    {
        if (found.Id("indicator", request.Indicator) && !view.TryIndicator(request.Indicator, out _))
        {
            found.Add(GatewayReasons.UnknownIndicator, "indicator", request.Indicator);
        }

        return view.TryIndicator(request.Indicator, out Indicator? indicator) ? indicator : null;
    }
}
