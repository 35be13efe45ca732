using System.Collections.Concurrent;
using Units.Gateway.Caches;

namespace Units.Gateway.Watching;

/// <summary>The children of watched units. Their frames are made many times a second; which children there are is looked up no oftener than a
/// heartbeat is sent.</summary>
internal sealed class ListedChildren(ChildList children, TimeProvider time)
{
    private static readonly TimeSpan ListEvery = Watcher.BeatEvery;

    private readonly ConcurrentDictionary<UnitId, (IReadOnlyList<Unit> Units, long At)> _listed = [];

    /// <summary>The children on the last day of a range, and any that its totals name besides.</summary>
    public async ValueTask<IReadOnlyList<Unit>> Of(UnitTotals totals, MonthRange range, CancellationToken cancellation)
    {
        if (!_listed.TryGetValue(totals.Unit, out (IReadOnlyList<Unit> Units, long At) listed) || time.GetElapsedTime(listed.At) >= ListEvery)
        {
            listed = (await children.Of(totals.Unit, range, totals, cancellation), time.GetTimestamp());
            _listed[totals.Unit] = listed;
        }

        return listed.Units;
    }
}
