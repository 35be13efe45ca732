using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Reads exact live totals.</summary>
internal sealed class TotalService(IGrainFactory grains, CatalogueCache catalogue, UnitCache units) : V1.TotalService.TotalServiceBase
{
    /// <inheritdoc/>
    public override async Task<V1.GetTotalsResponse> GetTotals(V1.GetTotalsRequest request, ServerCallContext context)
    {
        CatalogueView view = await catalogue.Get(
            v => request.Indicators.All(i => v.TryIndicator(i, out _)) && request.Measures.All(m => v.TryMeasure(m, out _)),
            context.CancellationToken);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        MonthRange? asked = found.Range("range", request.Range);
        TotalsPlan plan = TotalsParser.Parse(request, asked, view, found);
        found.ThrowIfAny();

        MonthRange range = asked.GetValueOrDefault();
        UnitTotals totals = await Read(unit, plan.Query(byChild: false), context);
        return new V1.GetTotalsResponse
        {
            Unit = unit.Text,
            Range = range.ToString(),
            Version = TotalMessages.Of(totals.Version),
            Indicators = { plan.Values(totals.Sums).Select(v => TotalMessages.Of(v.Indicator, range, v.Value, view, totals.Targets)) },
            Measures = { plan.Amounts(totals.Sums).Select(TotalsParser.Message) },
        };
    }

    /// <inheritdoc/>
    public override async Task<V1.CompareChildrenResponse> CompareChildren(V1.CompareChildrenRequest request, ServerCallContext context)
    {
        CatalogueView view = await catalogue.Get(v => v.TryIndicator(request.Indicator, out _), context.CancellationToken);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        MonthRange? asked = found.Range("range", request.Range);
        MonthRange range = asked.GetValueOrDefault();
        TotalsPlan plan = new(view, range);
        TotalsParser.AddIndicator(plan, "indicator", request.Indicator, asked, view, found);
        found.ThrowIfAny();

        UnitTotals totals = await Read(unit, plan.Query(byChild: true), context);
        (Indicator indicator, IndicatorValue value) = plan.Values(totals.Sums).Single();
        IReadOnlyDictionary<UnitId, Unit> known = await units.Get([.. totals.Children.Select(c => c.Child)], context.CancellationToken);
        return new V1.CompareChildrenResponse
        {
            Unit = unit.Text,
            Version = TotalMessages.Of(totals.Version),
            Total = TotalMessages.Of(indicator, range, value, view, totals.Targets),
            Children =
            {
                League.Rank(totals.Children, plan).Select(line => League.Message(line, indicator, range, view, known)),
            },
        };
    }

    private async ValueTask<UnitId> Unit(string text, Violations found, ServerCallContext context)
    {
        UnitId unit = found.Unit("unit", text);
        if (unit.Text.Length > 0 && !await units.Exists(unit, context.CancellationToken))
        {
            found.Add(GatewayReasons.UnitNotFound, "unit", text);
        }

        return unit;
    }

    private async Task<UnitTotals> Read(UnitId unit, TotalsQuery query, ServerCallContext context)
    {
        UnitTotals totals = await grains.GetGrain<IUnitGrain>(UnitKey.Of(unit)).Read(query, context.CancellationToken);
        if (totals.InStep)
        {
            return totals;
        }

        string missing = string.Join(", ", totals.Missing.Select(m => m.Text));
        throw new RefusedException(Reasons.NotInStep, missing.Length > 0 ? missing : unit.Text)
        {
            Metadata = new Dictionary<string, string> { ["unit"] = unit.Text, ["missing"] = missing },
        };
    }
}
