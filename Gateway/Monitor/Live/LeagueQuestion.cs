using Units.Gateway.Caches;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;
using Units.Gateway.Watching;

namespace Units.Gateway.Monitor.Live;

/// <summary>The league table of a unit's children by one indicator, with its map. Pages in both languages and in either order share it.</summary>
internal sealed class LeagueQuestion(string key, UnitId unit, MonthRange period, BoardPlan plan, ChildList children, UnitIndex index, TimeProvider time)
    : WatchQuestion(key, plan.Query(byChild: true))
{
    private static readonly TimeSpan ListEvery = TimeSpan.FromSeconds(10);

    private IReadOnlyList<Unit>? _listed;
    private Dictionary<UnitId, int?> _leaves = [];
    private long _listedAt;

    /// <inheritdoc/>
    public override async ValueTask<Frame> Show(UnitTotals totals, CancellationToken cancellation)
    {
        if (_listed is not { } listed || time.GetElapsedTime(_listedAt) >= ListEvery)
        {
            _listed = listed = await children.Of(unit, period, totals, cancellation);
            Dictionary<UnitId, int?> leaves = [];
            foreach (Unit child in listed)
            {
                leaves[child.Id] = await index.Leaves(child.Id, cancellation);
            }

            (_leaves, _listedAt) = (leaves, time.GetTimestamp());
        }

        IReadOnlyList<LeagueLine> lines = LeagueReader.Lines(plan, totals, listed);
        Dictionary<UnitId, int?> reporting = _leaves;
        string at = TimeText.Clock(time.GetUtcNow());
        string version = VersionText.Of(totals.Version);
        return new PageFrame(totals.Version, language =>
        {
            MonitorAsk ask = new() { Unit = unit.Text, Language = language };
            return new PageParts(
                at, version,
                [.. lines.Select(l => RowViews.Of(l, null, reporting.GetValueOrDefault(l.Child), ask).Live)],
                [.. lines.Where(l => l.Rank > 0).Select(l => "r-" + l.Child.Text)],
                [.. lines.Where(l => l.Rank == 0).Select(l => "r-" + l.Child.Text)]);
        });
    }
}
