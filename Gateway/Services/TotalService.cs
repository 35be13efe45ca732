using System.Collections.Immutable;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Reads exact live totals.</summary>
internal sealed class TotalService(IGrainFactory grains, CatalogueCache catalogue, UnitCache units, TimeProvider time) : V1.TotalService.TotalServiceBase
{
    private const int PageSize = 1000;
    private const int Repeats = 3;

    private static readonly TimeSpan OpeningTime = TimeSpan.FromMilliseconds(50);

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
        List<ChildTotals> children = await WithSilentOnes(unit, totals.Children, plan, range, context.CancellationToken);
        IReadOnlyDictionary<UnitId, Unit> known = await units.Get([.. children.Select(c => c.Child)], context.CancellationToken);
        return new V1.CompareChildrenResponse
        {
            Unit = unit.Text,
            Version = TotalMessages.Of(totals.Version),
            Total = TotalMessages.Of(indicator, range, value, view, totals.Targets),
            Children =
            {
                League.Rank(children, plan).Select(line => League.Message(line, indicator, range, view, known)),
            },
        };
    }

    /// <summary>A unit holds nothing of a leaf that never reported; in the table it stands all the same, without a value.</summary>
    private async Task<List<ChildTotals>> WithSilentOnes(
        UnitId unit, ImmutableArray<ChildTotals> said, TotalsPlan plan, MonthRange range, CancellationToken cancellation)
    {
        List<ChildTotals> children = [.. said];
        HashSet<UnitId> known = [.. said.Select(c => c.Child)];
        ImmutableArray<SumReading> nothing = [.. Enumerable.Repeat(default(SumReading), plan.Count)];
        IRegistryGrain registry = grains.GetGrain<IRegistryGrain>(0);
        ImmutableArray<Unit> page;
        UnitId? after = null;
        do
        {
            page = await registry.ListUnits(new UnitFilter(unit, UnitKind.Unspecified, League.LastDay(range.To), after, PageSize, RootsOnly: false))
                .WaitAsync(cancellation);
            children.AddRange(page.Where(u => known.Add(u.Id)).Select(u => new ChildTotals(u.Id, default, nothing, [])));
            after = page.IsEmpty ? null : page[^1].Id;
        }
        while (page.Length == PageSize);

        return children;
    }

    private async ValueTask<UnitId> Unit(string text, Violations found, ServerCallContext context)
    {
        UnitId unit = found.Unit("unit", text);
        await found.RequireKnown(units, "unit", unit, context.CancellationToken);

        return unit;
    }

    private async Task<UnitTotals> Read(UnitId unit, TotalsQuery query, ServerCallContext context)
    {
        IUnitGrain grain = grains.GetGrain<IUnitGrain>(UnitKey.Of(unit));
        UnitTotals totals = await grain.Read(query, context.CancellationToken);
        for (int again = 0; again < Repeats && !totals.InStep && totals.Missing.IsEmpty; again++)
        {
            // Nobody is missing: the unit is opening, as a leaf does that has got its first child.
            await Task.Delay(OpeningTime, time, context.CancellationToken);
            totals = await grain.Read(query, context.CancellationToken);
        }

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
