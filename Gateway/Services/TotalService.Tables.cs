using Google.Protobuf.Collections;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Comparing;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Requests;
using Units.Gateway.Watching;

namespace Units.Gateway.Services;

/// <summary>League tables, once and as they move.</summary>
internal sealed partial class TotalService
{
    /// <inheritdoc/>
    public override async Task<V1.CompareChildrenResponse> CompareChildren(V1.CompareChildrenRequest request, ServerCallContext context)
    {
        CatalogueView view = await catalogue.Get(v => v.TryIndicator(request.Indicator, out _), context.CancellationToken);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        (TotalsPlan plan, MonthRange range, TableQuery query) =
            Table(request.Indicator, request.Range, request.Calendar, new TableFields(request.Figure, request.Tier, request.Kinds, request.AsOf, request.Since), view, found);
        FigureTable? table = query.Key.Length == 0 ? null : Figures(request.Indicator, range, query, view);

        UnitTotals totals = await reads.Read(unit, table?.Query ?? plan.Query(byChild: true), context.CancellationToken);
        IReadOnlyList<Unit> listed = await children.Of(unit, range, totals, context.CancellationToken);
        return table?.Table(totals, listed) ?? TotalAnswers.Table(totals, range, plan, view, listed);
    }

    /// <inheritdoc/>
    public override async Task WatchChildren(
        V1.WatchChildrenRequest request, IServerStreamWriter<V1.WatchChildrenResponse> responseStream, ServerCallContext context)
    {
        CatalogueView view = await catalogue.Get(v => v.TryIndicator(request.Indicator, out _), context.CancellationToken);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        TimeSpan minInterval = Watches.MinInterval(request.MinInterval, found);
        (TotalsPlan plan, MonthRange range, TableQuery query) =
            Table(request.Indicator, request.Range, request.Calendar, new TableFields(request.Figure, request.Tier, request.Kinds, request.AsOf, request.Since), view, found);

        string key = $"table|{range}|{request.Indicator}{query.Key}";
        ListedChildren listed = new(children, time);
        WatchQuestion asked = query.Key.Length == 0
            ? new TableQuestion(key, plan, range, view, listed)
            : new FigureQuestion(key, () => Figures(request.Indicator, range, query, view), range, listed);
        await watches.Run([unit], asked, request.ResumeToken, minInterval, context);
    }

    private FigureTable Figures(string indicator, MonthRange range, TableQuery query, CatalogueView view) =>
        new(view.TryIndicator(indicator, out Indicator? known) ? known : throw new InvalidOperationException(indicator), range, query, clock.Today, view);

    private static (TotalsPlan Plan, MonthRange Range, TableQuery Query) Table(
        string indicator, string range, V1.MonthCalendar calendar, TableFields fields, CatalogueView view, Violations found)
    {
        MonthRange? asked = found.Range("range", range);
        TotalsPlan plan = new(view, asked.GetValueOrDefault());
        TotalsParser.AddIndicator(plan, "indicator", indicator, asked, calendar, view, found);
        MonthCalendar own = view.TryIndicator(indicator, out Indicator? known) ? view.MeasuresOf(known).Numerator.Calendar : default;
        TableQuery query = TableParser.Parse(fields.Figure, fields.Tier, fields.Kinds, fields.AsOf, fields.Since, asked, own, found);
        found.ThrowIfAny();
        return (plan, asked.GetValueOrDefault(), query);
    }

    private readonly record struct TableFields(V1.Figure Figure, V1.Tier Tier, RepeatedField<V1.UnitKind> Kinds, string AsOf, string Since);
}
