namespace Units.Gateway.Watching;

/// <summary>How often a watcher is sent totals at the most.</summary>
internal abstract class WatchPace
{
    /// <summary>As often as there are any.</summary>
    public static readonly WatchPace Free = new Fixed(TimeSpan.Zero);

    /// <summary>The least time between two messages with totals, as it stands now.</summary>
    public abstract TimeSpan Interval { get; }

    /// <summary>A least time that was asked for.</summary>
    public static WatchPace Of(TimeSpan interval) => interval == TimeSpan.Zero ? Free : new Fixed(interval);

    /// <summary>Counts a watcher until it is disposed of.</summary>
    public virtual IDisposable? Enter() => null;

    private sealed class Fixed(TimeSpan interval) : WatchPace
    {
        public override TimeSpan Interval => interval;
    }
}
