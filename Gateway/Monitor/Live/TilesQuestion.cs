using Units.Gateway.Caches;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;
using Units.Gateway.Watching;

namespace Units.Gateway.Monitor.Live;

/// <summary>The tiles of a unit, with the line above them. Pages in both languages share it.</summary>
internal sealed class TilesQuestion(string key, PageContext page, BoardPlan plan, BoardReader board, MonthsReader months, TimeProvider time)
    : WatchQuestion(key, plan.Query)
{
    // Months that are over change seldom; the one that runs is always drawn as it is.
    private static readonly TimeSpan MonthsEvery = TimeSpan.FromMinutes(2);

    private readonly UnitId _unit = page.Unit.Id;
    private readonly CatalogueView _view = page.Catalogue;
    private readonly Dictionary<int, (decimal? Value, DateTimeOffset? At)> _since = [];

    private MonthSeries? _months;
    private long _monthsAt;

    /// <inheritdoc/>
    public override async ValueTask<Frame> Show(UnitTotals totals, CancellationToken cancellation)
    {
        IReadOnlyList<IndicatorReading> readings = [.. (await board.Judge(plan, totals, null, _view, cancellation)).Where(r => r.IsAbout)];
        Func<Formula, int?> reporters = await board.Reporters(_unit, cancellation);
        if (_months is null || time.GetElapsedTime(_monthsAt) >= MonthsEvery || readings.Any(r => !_months.Has(r.Indicator)))
        {
            _months = await months.Read(_unit, readings, cancellation);
            _monthsAt = time.GetTimestamp();
        }

        MonthSeries series = _months;
        DateTimeOffset now = time.GetUtcNow();
        foreach (IndicatorReading reading in readings)
        {
            // What it is at first, it may have been for long.
            bool isKnown = _since.TryGetValue(reading.Indicator.Number, out (decimal? Value, DateTimeOffset? At) was);
            _since[reading.Indicator.Number] = (reading.Shown, isKnown && was.Value != reading.Shown ? now : was.At);
        }

        Dictionary<int, DateTimeOffset?> since = readings.ToDictionary(r => r.Indicator.Number, r => _since[r.Indicator.Number].At);
        string at = TimeText.Clock(now);
        string version = VersionText.Of(totals.Version);
        return new PageFrame(totals.Version, language =>
        {
            MonitorAsk ask = new() { Unit = _unit.Text, Language = language };
            return new PageParts(
                at, version,
                [
                    SummaryViews.Of(readings, reporters, language).Live,
                    .. readings.Select(r => TileViews.Of(r, series.With(r), reporters(r.Formula), isLeaf: false, since[r.Indicator.Number], ask).Live),
                ],
                [], []);
        });
    }
}
