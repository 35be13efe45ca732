using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;
using Units.Gateway.Watching;

namespace Units.Gateway.Monitor.Live;

/// <summary>The tiles of a unit, with the line above them. Pages in both languages share it.</summary>
internal sealed class TilesQuestion(string key, UnitId unit, BoardPlan plan, MonthsReader months, UnitIndex index, TimeProvider time)
    : WatchQuestion(key, plan.Query(byChild: false))
{
    // Months that are over change seldom; the one that runs is always drawn as it is.
    private static readonly TimeSpan MonthsEvery = TimeSpan.FromMinutes(2);

    private readonly Dictionary<int, (decimal? Value, DateTimeOffset At)> _since = [];

    private MonthSeries? _months;
    private long _monthsAt;

    /// <inheritdoc/>
    public override async ValueTask<Frame> Show(UnitTotals totals, CancellationToken cancellation)
    {
        IReadOnlyList<IndicatorReading> readings = [.. plan.Read(totals.Sums, totals.Targets).Where(r => r.IsAbout)];
        int? leaves = await index.Leaves(unit, cancellation);
        if (_months is null || time.GetElapsedTime(_monthsAt) >= MonthsEvery || readings.Any(r => !_months.Has(r.Indicator)))
        {
            _months = await months.Read(unit, readings, cancellation);
            _monthsAt = time.GetTimestamp();
        }

        MonthSeries series = _months;
        DateTimeOffset now = time.GetUtcNow();
        foreach (IndicatorReading reading in readings.Where(r => !_since.TryGetValue(r.Indicator.Number, out (decimal? Value, DateTimeOffset) was) || was.Value != r.Standing.Value))
        {
            _since[reading.Indicator.Number] = (reading.Standing.Value, now);
        }

        Dictionary<int, DateTimeOffset> since = readings.ToDictionary(r => r.Indicator.Number, r => _since[r.Indicator.Number].At);
        string at = TimeText.Clock(now);
        string version = VersionText.Of(totals.Version);
        return new PageFrame(totals.Version, language =>
        {
            MonitorAsk ask = new() { Unit = unit.Text, Language = language };
            return new PageParts(
                at, version,
                [
                    SummaryViews.Of(readings, leaves, language).Live,
                    .. readings.Select(r => TileViews.Of(r, series.With(r), leaves, isLeaf: false, since[r.Indicator.Number], ask).Live),
                ],
                [], []);
        });
    }
}
