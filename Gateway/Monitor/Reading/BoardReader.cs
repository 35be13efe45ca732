using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Requests;
using Units.Gateway.Services;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads what tiles and league tables are made of.</summary>
internal sealed class BoardReader(ExactReads reads, MonthsReader months, ChildList children, UnitIndex index, ValueTimes times, VietnamClock clock)
{
    /// <summary>The most indicators of one screen.</summary>
    public const int MaxIndicators = 150;

    /// <summary>A plan for the tiles of a unit.</summary>
    public BoardPlan Tiles(PageContext context) => new(context.Catalogue.Indicators.Take(MaxIndicators), context.Period, byChild: false, context.Catalogue, clock);

    /// <summary>A plan for the tile of an indicator.</summary>
    public BoardPlan Tile(PageContext context, Indicator indicator) => new([indicator], context.Period, byChild: false, context.Catalogue, clock);

    /// <summary>A plan for the league table of an indicator.</summary>
    public BoardPlan League(PageContext context, Indicator indicator) => new([indicator], context.Period, byChild: true, context.Catalogue, clock);

    /// <summary>The indicators of a unit that there is something to show of, those at risk first, with the version they were read at.</summary>
    public async Task<(IReadOnlyList<IndicatorReading> Readings, UnitVersion Version)> ReadTiles(PageContext context, CancellationToken cancellation)
    {
        BoardPlan plan = Tiles(context);
        UnitTotals totals = await reads.Read(context.Unit.Id, plan.Query, cancellation);
        IEnumerable<IndicatorReading> about = (await Judge(plan, totals, null, context.Catalogue, cancellation)).Where(r => r.IsAbout);
        return ([.. InOrder(about)], totals.Version);
    }

    /// <summary>Indicators in the order of all pages: those at risk first, and of a status those that are furthest behind.</summary>
    public static IEnumerable<IndicatorReading> InOrder(IEnumerable<IndicatorReading> readings) =>
        readings.OrderBy(r => TileViews.Order(r.Status)).ThenBy(r => Figures.Of(r.Score) ?? decimal.MaxValue);

    /// <summary>What an answer says of the unit, with what its targets inherit.</summary>
    /// <param name="plan">What was asked.</param>
    /// <param name="totals">The answer.</param>
    /// <param name="listed">The children there are; null to have them looked up where they are needed.</param>
    /// <param name="view">The catalogue.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<IndicatorReading>> Judge(
        BoardPlan plan, UnitTotals totals, IReadOnlyList<Unit>? listed, CatalogueView view, CancellationToken cancellation)
    {
        IReadOnlyDictionary<(UnitId Unit, TargetReading Target), InheritedBounds> followed =
            await new Comparing.InheritedTargets(reads, view, cancellation).Of([(totals.Unit, totals.Targets.Distinct())]);
        Dictionary<TargetReading, InheritedBounds> inherited = followed.ToDictionary(f => f.Key.Target, f => f.Value);
        listed ??= plan.ReadsChildren ? await children.Of(totals.Unit, plan.Period, totals, cancellation) : [];
        return plan.Read(totals, inherited, listed);
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

        UnitTotals totals = await reads.Read(context.Unit.Id, plan.Query, cancellation);
        IReadOnlyList<Unit> listed = await children.Of(context.Unit.Id, context.Period, totals, cancellation);
        IndicatorReading own = (await Judge(plan, totals, listed, context.Catalogue, cancellation))[0];
        LeagueRead read = new(LeagueReader.Lines(plan, totals, listed), listed, own, await Counts(listed, cancellation));
        return (LeagueViews.Of(read, context.Unit, indicator, context.Ask), own, totals.Version, listed.Count > 0);
    }

    /// <summary>How many units below each child are to report, and how many have none below them.</summary>
    public async ValueTask<IReadOnlyDictionary<UnitId, ChildCounts>> Counts(IReadOnlyList<Unit> listed, CancellationToken cancellation)
    {
        Dictionary<UnitId, ChildCounts> counts = [];
        foreach (Unit child in listed)
        {
            counts[child.Id] = new ChildCounts(await index.Leaves(child.Id, cancellation), await index.Reporters(child.Id, cancellation));
        }

        return counts;
    }

    /// <summary>Tiles of readings.</summary>
    public async Task<IReadOnlyList<TileView>> Show(
        PageContext context, IReadOnlyList<IndicatorReading> readings, bool isLeaf, CancellationToken cancellation)
    {
        MonthSeries series = await months.Read(context.Unit.Id, readings, cancellation);
        Func<Formula, int?> reporters = await Reporters(context.Unit.Id, cancellation);
        return [.. readings.Select(r => TileViews.Of(r, series.With(r), reporters(r.Formula), isLeaf, times.Of(context.Unit.Id, r), context.Ask))];
    }

    /// <summary>How many units below a unit report an indicator.</summary>
    public ValueTask<Func<Formula, int?>> Reporters(UnitId unit, CancellationToken cancellation) => index.Reporters(unit, cancellation);
}
