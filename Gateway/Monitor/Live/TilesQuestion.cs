using Units.Gateway.Caches;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;
using Units.Gateway.Watching;

namespace Units.Gateway.Monitor.Live;

/// <summary>The tiles of a unit, with the line above them. Pages in both languages share it.</summary>
internal sealed class TilesQuestion(string key, PageContext page, BoardPlan plan, BoardReader board, MonthsReader months, ValueTimes times, TimeProvider time)
    : WatchQuestion(key, plan.Query)
{
    // Months that are over change seldom; the one that runs is always drawn as it is.
    private static readonly TimeSpan MonthsEvery = TimeSpan.FromMinutes(2);

    // Of all indicators there are hundreds of months to read.
    private static readonly TimeSpan SomeMonthsEvery = TimeSpan.FromSeconds(10);
    private const int FewSums = 20;

    private readonly UnitId _unit = page.Unit.Id;
    private readonly CatalogueView _view = page.Catalogue;
    private readonly HashSet<int> _seen = [];

    private MonthSeries? _months;
    private long _monthsAt;
    private Dictionary<int, decimal?> _over = [];
    private PageFrame? _shown;

    /// <inheritdoc/>
    public override async ValueTask<Frame> Show(UnitTotals totals, CancellationToken cancellation)
    {
        IReadOnlyList<IndicatorReading> readings = [.. (await board.Judge(plan, totals, null, _view, cancellation)).Where(r => r.IsAbout)];
        Func<Formula, int?> reporters = await board.Reporters(_unit, cancellation);
        // What a late report adds to a month that is over is in the value and not in that of the month that runs.
        Dictionary<int, decimal?> over = readings.ToDictionary(
            r => r.Indicator.Number, r => r.Formula.Accumulates ? (r.Shown ?? 0) - (Figures.Of(r.Month) ?? 0) : (decimal?)null);
        bool isLate = over.Any(o => _over.GetValueOrDefault(o.Key) != o.Value) && (plan.Sums <= FewSums || time.GetElapsedTime(_monthsAt) >= SomeMonthsEvery);
        if (_months is null || isLate || time.GetElapsedTime(_monthsAt) >= MonthsEvery || readings.Any(r => !_months.Has(r.Indicator)))
        {
            _months = await months.Read(_unit, readings, cancellation);
            (_monthsAt, _over) = (time.GetTimestamp(), over);
        }

        MonthSeries series = _months;
        DateTimeOffset now = time.GetUtcNow();
        Dictionary<int, DateTimeOffset?> since = readings.ToDictionary(r => r.Indicator.Number, r => times.See(_unit, r, !_seen.Add(r.Indicator.Number)));
        string at = TimeText.Clock(now);
        string version = VersionText.Of(totals.Version);
        return _shown = new PageFrame(totals.Version, language =>
        {
            MonitorAsk ask = new() { Unit = _unit.Text, Language = language };
            return new PageParts(
                at, version,
                [
                    SummaryViews.Of(readings, reporters, language).Live, KeyViews.Live(readings, ask),
                    // Only the page of one indicator has them.
                    .. page.Ask.View == MonitorView.Overview ? [] : readings.SelectMany(r => MonthViews.Live(r, series, ask)),
                    .. readings.Select(r => TileViews.Of(r, series.With(r), reporters(r.Formula), isLeaf: false, since[r.Indicator.Number], ask).Live),
                ],
                [], []);
        }, _shown);
    }
}
