using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Requests;
using Units.Gateway.Services;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads what tiles and league tables are made of.</summary>
internal sealed class BoardReader(ExactReads reads, MonthsReader months, ChildList children, UnitIndex index, VietnamClock clock, TimeProvider time)
{
    /// <summary>The most indicators of one screen.</summary>
    public const int MaxIndicators = 150;

    /// <summary>A plan for the tiles of a unit.</summary>
    public BoardPlan Tiles(PageContext context) => new(context.Catalogue.Indicators.Take(MaxIndicators), context.Period, withBefore: false, context.Catalogue, clock);

    /// <summary>A plan for the league table of an indicator.</summary>
    public BoardPlan League(PageContext context, Indicator indicator) => new([indicator], context.Period, withBefore: true, context.Catalogue, clock);

    /// <summary>The indicators of a unit that there is something to show of, those at risk first, with the version they were read at.</summary>
    public async Task<(IReadOnlyList<IndicatorReading> Readings, UnitVersion Version)> ReadTiles(PageContext context, CancellationToken cancellation)
    {
        BoardPlan plan = Tiles(context);
        UnitTotals totals = await reads.Read(context.Unit.Id, plan.Query(byChild: false), cancellation);
        IEnumerable<IndicatorReading> about = plan.Read(totals.Sums, totals.Targets).Where(r => r.IsAbout);
        return ([.. about.OrderBy(r => r.Standing.Status).ThenBy(r => r.Standing.Score ?? decimal.MaxValue)], totals.Version);
    }

    /// <summary>The children by one indicator; null where the unit has none.</summary>
    public async Task<(LeagueView View, IndicatorReading Own, UnitVersion Version, bool HasChildren)> ReadLeague(
        PageContext context, Indicator indicator, CancellationToken cancellation)
    {
        BoardPlan plan = League(context, indicator);
        if (plan.Sums == 0)
        {
            throw new RefusedException([new Violation(GatewayReasons.RangeTooEarly, "period", context.Period.ToString(), [])]);
        }

        UnitTotals totals = await reads.Read(context.Unit.Id, plan.Query(byChild: true), cancellation);
        IReadOnlyList<Unit> listed = await children.Of(context.Unit.Id, context.Period, totals, cancellation);
        Dictionary<UnitId, Unit> known = listed.ToDictionary(u => u.Id);
        MonitorAsk ask = context.Ask;
        List<RowView> rows = [];
        foreach (LeagueLine line in RowViews.Ordered(LeagueReader.Lines(plan, totals, listed), ask.BestFirst))
        {
            rows.Add(RowViews.Of(line, known.GetValueOrDefault(line.Child), await index.Leaves(line.Child, cancellation), ask));
        }

        string name = IndicatorWords.Name(indicator, ask.Language);
        LeagueView view = new()
        {
            Indicator = name,
            Href = ask.At(MonitorView.Indicator, indicator.Id.Text).Address,
            Rows = rows,
            Map = MapViews.Of(
                ask.In($"Bản đồ ô: {name}", $"Map of squares: {name}"), [.. rows.Select(r => (r, known.GetValueOrDefault(new UnitId(r.Id))))], ask.Kiosk),
            OtherOrder = new LinkView(
                ask.BestFirst ? ask.In("Cần chú ý trước", "At risk first") : ask.In("Tốt nhất trước", "Best first"),
                (ask with { BestFirst = !ask.BestFirst }).Address),
        };
        return (view, plan.Read(totals.Sums, totals.Targets)[0], totals.Version, listed.Count > 0);
    }

    /// <summary>Tiles of readings.</summary>
    public async Task<IReadOnlyList<TileView>> Show(
        PageContext context, IReadOnlyList<IndicatorReading> readings, bool isLeaf, CancellationToken cancellation)
    {
        MonthSeries series = await months.Read(context.Unit.Id, readings, cancellation);
        int? leaves = await Leaves(context, cancellation);
        DateTimeOffset now = time.GetUtcNow();
        return [.. readings.Select(r => TileViews.Of(r, series.With(r), leaves, isLeaf, now, context.Ask))];
    }

    /// <summary>How many units report below the unit.</summary>
    public ValueTask<int?> Leaves(PageContext context, CancellationToken cancellation) => index.Leaves(context.Unit.Id, cancellation);
}
