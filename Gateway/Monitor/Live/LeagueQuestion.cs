using Units.Gateway.Caches;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;
using Units.Gateway.Watching;

namespace Units.Gateway.Monitor.Live;

/// <summary>The league table of a unit's children by one indicator, with its map. Pages in both languages and in either order share it.</summary>
internal sealed class LeagueQuestion(string key, PageContext page, BoardPlan plan, BoardReader board, ChildList children, TimeProvider time)
    : WatchQuestion(key, plan.Query)
{
    private static readonly TimeSpan ListEvery = TimeSpan.FromSeconds(10);

    private readonly Unit _of = page.Unit;
    private readonly UnitId _unit = page.Unit.Id;
    private readonly MonthRange _period = page.Period;
    private readonly CatalogueView _view = page.Catalogue;
    private IReadOnlyList<Unit>? _listed;
    private IReadOnlyDictionary<UnitId, ChildCounts> _counts = new Dictionary<UnitId, ChildCounts>();
    private long _listedAt;
    private PageFrame? _shown;

    /// <inheritdoc/>
    public override async ValueTask<Frame> Show(UnitTotals totals, CancellationToken cancellation)
    {
        if (_listed is not { } listed || time.GetElapsedTime(_listedAt) >= ListEvery)
        {
            _listed = listed = await children.Of(_unit, _period, totals, cancellation);
            (_counts, _listedAt) = (await board.Counts(listed, cancellation), time.GetTimestamp());
        }

        IndicatorReading own = (await board.Judge(plan, totals, listed, _view, cancellation))[0];
        LeagueRead read = new(LeagueReader.Lines(plan, totals, listed), listed, own, _counts);
        string at = TimeText.Clock(time.GetUtcNow());
        string version = VersionText.Of(totals.Version);
        return _shown = new PageFrame(totals.Version, language =>
        {
            MonitorAsk ask = new() { Unit = _unit.Text, Language = language };
            RankColumn column = RankColumn.Of(read);
            UnitId[] unranked = [.. read.Lines.Where(l => l.Rank == 0).Select(l => l.Child)];
            return new PageParts(
                at, version,
                [.. read.Lines.Select(l => RowViews.Of(l, null, null, read.Reporters(l.Child), column, ask).Live), LeagueViews.LiveWhole(read, _of, column, ask),
                    LeagueViews.Late(read, ask), LeagueViews.Heads(read, column, ask), LeagueSigns.Of(read, column, ask)],
                [.. read.Lines.Where(l => l.Rank > 0).Select(l => "r-" + l.Child.Text)],
                unranked.Length == 0 ? [] : [LeagueViews.ApartKey, .. unranked.Select(u => "r-" + u.Text)]);
        }, _shown);
    }
}
