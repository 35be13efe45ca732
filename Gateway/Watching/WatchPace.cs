namespace Units.Gateway.Watching;

/// <summary>How often a watcher is sent totals at the most.</summary>
internal abstract class WatchPace
{
    /// <summary>As often as there are any.</summary>
    public static readonly WatchPace Free = new Fixed(TimeSpan.Zero);

    /// <summary>How often units are asked and frames are made for the watcher at the most, as it stands now.</summary>
    public abstract TimeSpan Interval { get; }

    /// <summary>The least time between two messages with totals.</summary>
    public virtual TimeSpan Least => Interval;

    /// <summary>A least time that was asked for.</summary>
    public static WatchPace Of(TimeSpan interval) => interval == TimeSpan.Zero ? Free : new Fixed(interval);

    /// <summary>Counts a watcher until it is disposed of.</summary>
    public virtual IDisposable? Enter() => null;

    private sealed class Fixed(TimeSpan interval) : WatchPace
    {
        public override TimeSpan Interval => interval;
    }
}
