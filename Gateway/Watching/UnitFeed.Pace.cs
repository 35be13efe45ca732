using System.Collections.Immutable;

namespace Units.Gateway.Watching;

/// <summary>When the unit is asked, and what its answer is made into, by how often those who watch may be sent anything.</summary>
internal sealed partial class UnitFeed
{
    // Between an answer and the next question, at the least: a storm of versions costs 40 messages a second and unit.
    private static readonly TimeSpan ShortestGap = TimeSpan.FromMilliseconds(25);

    // Heartbeats say how long ago a unit was heard of, whatever interval watchers want.
    private static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(1);

    // The questions of a page are shown together: sent alone, one of them would have the other wait for the page's whole interval.
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

    /// <summary>The time to the next question. Where nobody may be sent totals any sooner, the unit is not asked for them.</summary>
    private TimeSpan Gap()
    {
        lock (_gate)
        {
            TimeSpan gap = LongestGap;
            foreach (Subscription subscription in _topics.Values.SelectMany(t => t.Subscriptions))
            {
                TimeSpan its = subscription.IsServed ? subscription.Interval : ShortestGap;
                gap = its < gap ? its : gap;
            }

            _isParked = gap > ShortestGap;
            return _isParked ? gap : ShortestGap;
        }
    }

    /// <summary>The questions whose answer somebody may be sent now; all of them where there is none such.</summary>
    private IReadOnlyCollection<Topic> Due()
    {
        Topic[] due = [.. _topics.Values.Where(t => t.Wait(_time) == TimeSpan.Zero || t.Subscriptions.Any(s => !s.IsServed))];
        return due.Length > 0 ? due : _topics.Values;
    }

    /// <summary>Questions that were not asked may have other answers now.</summary>
    private void HoldOthers(ImmutableArray<Asked> asked, UnitVersion version)
    {
        lock (_gate)
        {
            foreach (Topic topic in _topics.Values.Where(t => t.Last is { } last && last.Version < version && !asked.Any(a => a.Topic == t)))
            {
                topic.Hold();
            }
        }
    }

    private TimeSpan Wait(Topic topic)
    {
        lock (_gate)
        {
            return topic.Wait(_time);
        }
    }

    private async ValueTask<bool> IsSoon(Task showing)
    {
        if (!showing.IsCompleted)
        {
            await Task.WhenAny(showing, Task.Delay(Together, _time));
        }

        return showing.IsCompleted;
    }
}
