using System.Globalization;
using Google.Protobuf.Collections;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Hosting;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Proving;
using Units.Gateway.Requests;
using Units.Gateway.Watching;

namespace Units.Gateway.Services;

/// <summary>Reads exact live totals, and watches them.</summary>
internal sealed partial class TotalService(
    IGrainFactory grains, ExactReads reads, CatalogueCache catalogue, UnitCache units, UnitSight sight, ChildList children, Watches watches,
    VietnamClock clock, TimeProvider time)
    : V1.TotalService.TotalServiceBase
{
    /// <inheritdoc/>
    public override async Task<V1.GetTotalsResponse> GetTotals(V1.GetTotalsRequest request, ServerCallContext context)
    {
        CatalogueView view = await View(request, context);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        MonthRange? asked = found.Range("range", request.Range);
        TotalsPlan plan = TotalsParser.Parse(request, asked, view, found);
        found.ThrowIfAny();

        UnitTotals totals = await reads.Read(unit, plan.Query(byChild: false), context.CancellationToken);
        IReadOnlyList<Unit> listed = plan.Counts ? await children.Of(unit, asked.GetValueOrDefault(), totals, context.CancellationToken) : [];
        return TotalAnswers.Totals(totals, asked.GetValueOrDefault(), plan, view, listed);
    }

    /// <inheritdoc/>
    public override async Task WatchTotals(
        V1.WatchTotalsRequest request, IServerStreamWriter<V1.WatchTotalsResponse> responseStream, ServerCallContext context)
    {
        V1.GetTotalsRequest question = new()
        {
            Indicators = { request.Indicators },
            Measures = { request.Measures },
            Range = request.Range,
            ByCategory = request.ByCategory,
            Calendar = request.Calendar,
        };
        CatalogueView view = await View(question, context);
        Violations found = new();
        IReadOnlyList<UnitId> watched = await WatchedUnits(request.Units, found, context);
        MonthRange? range = found.Range("range", request.Range);
        TotalsPlan plan = TotalsParser.Parse(question, range, view, found);
        TimeSpan minInterval = Watches.MinInterval(request.MinInterval, found);
        found.ThrowIfAny();

        string key = string.Create(CultureInfo.InvariantCulture,
            $"totals|{range}|{request.ByCategory}|{string.Join(',', request.Indicators)}|{string.Join(',', request.Measures)}");
        TotalsQuestion asked = new(key, plan, range.GetValueOrDefault(), view, new ListedChildren(children, time));
        await watches.Run(watched, asked, request.ResumeToken, minInterval, context);
    }

    /// <inheritdoc/>
    public override async Task<V1.ProveTotalResponse> ProveTotal(V1.ProveTotalRequest request, ServerCallContext context)
    {
        CatalogueView view = await catalogue.Get(v => request.Measures.All(m => v.TryMeasure(m, out _)), context.CancellationToken);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        MonthRange range = found.Range("range", request.Range) ?? default;
        List<Measure> measures = TotalsParser.ProvenMeasures(request.Measures, view, found);
        found.ThrowIfAny();

        using ProofWalk walk = new(reads, grains, units, measures, range, context.CancellationToken);
        (UnitVersion version, Amount[] live) = await walk.Visit(unit, Window.All);
        return walk.Found.Answer(unit, range, version, live);
    }

    private ValueTask<CatalogueView> View(V1.GetTotalsRequest request, ServerCallContext context) => catalogue.Get(
        v => request.Indicators.All(i => v.TryIndicator(i, out _)) && request.Measures.All(m => v.TryMeasure(m, out _)),
        context.CancellationToken);

    private async ValueTask<IReadOnlyList<UnitId>> WatchedUnits(RepeatedField<string> sent, Violations found, ServerCallContext context)
    {
        if (sent.Count is 0 or > GatewayLimits.MaxWatchedUnits)
        {
            found.Add(sent.Count == 0 ? GatewayReasons.FieldRequired : GatewayReasons.TooManyItems, "units", "",
                Fields.Number(sent.Count), Fields.Number(GatewayLimits.MaxWatchedUnits));
            return [];
        }

        UnitId[] asked = [.. sent.Where(IdentifierText.IsValid).Distinct(StringComparer.Ordinal).Select(text => new UnitId(text))];
        IReadOnlyDictionary<UnitId, Unit> known = await sight.Get(context.Caller(), asked, context.CancellationToken);
        List<UnitId> watched = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < sent.Count; i++)
        {
            string field = Fields.Item("units", i);
            UnitId unit = found.Unit(field, sent[i]);
            if (unit.Text.Length > 0 && !known.ContainsKey(unit))
            {
                found.Add(GatewayReasons.UnitNotFound, field, unit.Text);
            }

            if (!seen.Add(sent[i]))
            {
                found.Add(GatewayReasons.Duplicate, field, sent[i]);
            }

            watched.Add(unit);
        }

        return watched;
    }

    private async ValueTask<UnitId> Unit(string text, Violations found, ServerCallContext context)
    {
        UnitId unit = found.Unit("unit", text);
        await found.RequireSeen(sight, context.Caller(), "unit", unit, context.CancellationToken);

        return unit;
    }
}
