using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Keeping;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads a unit at a glance.</summary>
internal sealed class OverviewReader(BoardReader board, NewsReader news, VarietyReader varieties, OwnTimes times, UnitCache units, UnitSight sight, VietnamClock clock)
{
    /// <summary>The most tiles of a page; what is beyond is counted.</summary>
    public const int MaxTiles = 40;

    /// <summary>Reads it.</summary>
    public async Task<OverviewView> Read(PageContext context, CancellationToken cancellation)
    {
        Task<IReadOnlyList<NewsView>> latest = Latest(context, cancellation);
        (IReadOnlyList<IndicatorReading> readings, UnitVersion version) = await board.ReadTiles(context, cancellation);
        MonitorAsk ask = context.Ask;
        (Indicator? front, string chosen) = await Front(context, readings, cancellation);
        WallPages? wall = ask.Kiosk ? WallPages.Of(ask, await Turn(context, cancellation), readings, front) : null;
        LeagueView? league = null;
        bool isLeaf = true;
        UnitVersion tabled = version;
        if (front is not null)
        {
            (LeagueView view, _, UnitVersion at, bool hasChildren) = await board.ReadLeague(context, front, cancellation);
            (league, isLeaf, tabled) = hasChildren ? (view, false, at) : (null, true, version);
        }

        if (isLeaf)
        {
            await times.Learn(context, readings, cancellation);
        }

        IReadOnlyList<TileView> tiles = await board.Show(context, [.. wall?.Shown ?? readings.Take(MaxTiles)], isLeaf, cancellation);
        return new OverviewView(
            context.Page with
            {
                Stream = (ask with { Indicator = front?.Id.Text ?? "" }).Path("/live"),
                Version = VersionText.Of(version),
                TableVersion = tabled == version ? "" : VersionText.Of(tabled),
                Keep = (ask with { Indicator = front?.Id.Text ?? "", Period = context.Period }).Path(KeptPages.Form),
                Next = wall?.Next ?? "",
                Wall = wall?.View,
                IsPart = tiles.Count < readings.Count,
                Files = Tables.TableFiles.Links(ask),
            },
            SummaryViews.Of(readings, await board.Reporters(context.Unit.Id, cancellation), ask.Language),
            tiles, readings.Count - tiles.Count, KeyViews.Of(readings, context.Period, ask), league, chosen, await latest);
    }

    /// <summary>All indicators of a unit that there is something to show of.</summary>
    public async Task<IReadOnlyList<TileView>> All(PageContext context, CancellationToken cancellation)
    {
        (IReadOnlyList<IndicatorReading> readings, _) = await board.ReadTiles(context, cancellation);
        return await board.Show(context, readings, isLeaf: true, cancellation);
    }

    /// <summary>The latest entries of a unit and all below it.</summary>
    public async Task<IReadOnlyList<NewsView>> Latest(PageContext context, CancellationToken cancellation)
    {
        IReadOnlyList<News> lines = await news.Latest(context.Unit.Id, cancellation);
        IReadOnlyDictionary<UnitId, Unit> known = await units.Get([.. lines.Select(l => l.Unit).Distinct()], cancellation);
        // Communes of the same name are many: each is told with the unit above it, where who asks may see that.
        IReadOnlyDictionary<UnitId, Unit> above = await sight.Get(
            context.Caller, [.. known.Values.Select(u => u.ParentIn(context.Period.To)).OfType<UnitId>().Distinct()], cancellation);
        return [.. lines.Select(l => EntryViews.Of(l, known.GetValueOrDefault(l.Unit), above, clock.Today, context))];
    }

    /// <summary>The indicator that children are compared by: the one asked for, else that of the shown ones on which <see cref="Variety.Most"/> opens a map, since
    /// one of one colour tells nothing; where they do not differ, the first one with a target, those at risk first. With why it was chosen, in words.</summary>
    private async Task<(Indicator? Indicator, string Why)> Front(PageContext context, IReadOnlyList<IndicatorReading> all, CancellationToken cancellation)
    {
        MonitorAsk ask = context.Ask;
        if (context.Catalogue.TryIndicator(ask.Indicator, out Indicator? asked))
        {
            return (asked, "");
        }

        IReadOnlyList<IndicatorReading> shown = ask.Kiosk ? WallPages.ShownOn(ask, all) : all;
        if (Variety.Most(shown.Select(r => (r.Indicator, r.Status)), await varieties.Read(context, all, cancellation)) is { } most)
        {
            return (most.Indicator, most.Why switch
            {
                Opening.Late => ask.In(
                    "Mở ở chỉ tiêu mà chính đơn vị chậm hoặc có nguy cơ và cấp dưới khác nhau nhiều nhất.", "It opens where the unit itself is behind or at risk and those below stand most unlike."),
                Opening.LateBelow => ask.In(
                    "Mở ở chỉ tiêu có nơi chậm hoặc có nguy cơ và cấp dưới khác nhau nhiều nhất.", "It opens where somebody is behind or at risk and those below stand most unlike."),
                _ => ask.In("Không nơi nào chậm: mở ở chỉ tiêu mà cấp dưới khác nhau nhiều nhất.", "Nobody is late: it opens where those below stand most unlike."),
            });
        }

        return ((shown.FirstOrDefault(r => r.Why == Gap.None && r.Indicator.Formula == FormulaKind.Amount)
            ?? shown.FirstOrDefault(r => r.Shown is not null) ?? (shown.Count > 0 ? shown[0] : null))?.Indicator, "");
    }

    /// <summary>The units that a wall turns over, without those that are not there or that who asks may not see: it would stand still at one.</summary>
    private async Task<ImmutableArray<string>> Turn(PageContext context, CancellationToken cancellation)
    {
        ImmutableArray<string> asked = context.Ask.Turn;
        IReadOnlyDictionary<UnitId, Unit> seen = await sight.Get(context.Caller, [.. asked.Distinct().Select(u => new UnitId(u))], cancellation);
        return [.. asked.Where(u => seen.ContainsKey(new UnitId(u)))];
    }
}
