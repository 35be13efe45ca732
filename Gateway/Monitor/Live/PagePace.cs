using Units.Gateway.Watching;

namespace Units.Gateway.Monitor.Live;

/// <summary>How often pages are sent figures: four times a second, where there are many less often and at least once a second. What a page costs is mostly
/// that it is written to, and a gateway shares its processors with the reports.</summary>
internal sealed class PagePace : WatchPace
{
    /// <summary>So often a second all pages of a gateway together are written to, where none has to wait for longer than <see cref="Longest"/>.</summary>
    public const int WritesPerSecond = 2_000;

    /// <summary>A person sees no more; what came meanwhile is in the next.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);

    /// <summary>A page has to be current within two seconds.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private int _pages;

    /// <inheritdoc/>
    /// <remarks>A page that was written to late is written to at its unit's next frame all the same: as long as the interval of the unit, its own would keep it as late for ever.</remarks>
    public override TimeSpan Least => Shortest;

    /// <inheritdoc/>
    public override TimeSpan Interval =>
        TimeSpan.FromSeconds(Math.Clamp(Volatile.Read(ref _pages) / (double)WritesPerSecond, Shortest.TotalSeconds, Longest.TotalSeconds));

    /// <inheritdoc/>
    public override IDisposable Enter()
    {
        Interlocked.Increment(ref _pages);
        return new Page(this);
    }

    private sealed class Page(PagePace pace) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                Interlocked.Decrement(ref pace._pages);
            }
        }
    }
}
