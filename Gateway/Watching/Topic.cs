using System.Collections.Immutable;

namespace Units.Gateway.Watching;

/// <summary>A question about a unit, with all who ask it.</summary>
internal sealed class Topic(WatchQuestion question)
{
    // What is due soon is due now: a watcher who was sent one of its questions waits its whole interval for the next.
    private const int SlackPart = 10;

    private Task<Frame>? _showing;
    private long _shownAt;

    /// <summary>The question.</summary>
    public WatchQuestion Question => question;

    /// <summary>Who asks.</summary>
    public HashSet<Subscription> Subscriptions { get; } = [];

    /// <summary>The last answer.</summary>
    public UnitTotals? Last { get; private set; }

    /// <summary>The version at which the figures of the last answer were first seen here. Between then and now they may have been others:
    /// who knows a version in between may know others.</summary>
    public UnitVersion Since { get; private set; }

    /// <summary>True while figures that are new are not shown, since nobody who asks may be sent them yet.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>How often frames are made of it at the most: as often as for any who ask.</summary>
    public TimeSpan Interval
    {
        get
        {
            TimeSpan interval = TimeSpan.MaxValue;
            foreach (Subscription subscription in Subscriptions)
            {
                interval = subscription.Interval < interval ? subscription.Interval : interval;
            }

            return interval;
        }
    }

    /// <summary>How long from now nobody who asks may be sent figures; nothing where somebody may now.</summary>
    public TimeSpan Wait(TimeProvider time)
    {
        TimeSpan interval = Interval;
        TimeSpan left = interval - time.GetElapsedTime(_shownAt);
        return _shownAt == 0 || left <= interval / SlackPart ? TimeSpan.Zero : left;
    }

    /// <summary>New figures are not shown yet.</summary>
    public void Hold() => IsHeld = true;

    /// <summary>True when the figures of an answer are others than before.</summary>
    public bool IsNew(UnitTotals totals) => Last is null || !IsSame(Last, totals);

    /// <summary>Makes what watchers are shown of an answer, one at a time: a question keeps what it has read, and when the cluster is slow a second
    /// reading beside the first would make it slower.</summary>
    /// <exception cref="TimeoutException">It takes longer than the patience, or the one before that took longer has not ended.</exception>
    public async Task<Frame> Show(UnitTotals totals, TimeSpan patience, TimeProvider time)
    {
        if (_showing is { IsCompleted: false })
        {
            throw new TimeoutException();
        }

        using CancellationTokenSource impatience = new();
        _showing = question.Show(totals, impatience.Token).AsTask();
        try
        {
            return await _showing.WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            await impatience.CancelAsync();
            throw;
        }
    }

    /// <summary>Takes an answer, once it can be shown.</summary>
    public void Take(UnitTotals totals, TimeProvider time)
    {
        if (IsNew(totals))
        {
            (Since, _shownAt) = (totals.Version, time.GetTimestamp());
        }

        (Last, IsHeld) = (totals, false);
    }

    // The version of a child says nothing about its figures.
    private static bool IsSame(UnitTotals a, UnitTotals b) =>
        a.Sums.AsSpan().SequenceEqual(b.Sums.AsSpan()) && a.Targets.AsSpan().SequenceEqual(b.Targets.AsSpan()) && IsSame(a.Children, b.Children);

    private static bool IsSame(ImmutableArray<ChildTotals> a, ImmutableArray<ChildTotals> b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (int i = 0; i < a.Length; i++)
        {
            if (a[i].Child != b[i].Child || !a[i].Sums.AsSpan().SequenceEqual(b[i].Sums.AsSpan())
                || !a[i].Targets.AsSpan().SequenceEqual(b[i].Targets.AsSpan()))
            {
                return false;
            }
        }

        return true;
    }
}
