namespace Units.LoadTest.Pages;

/// <summary>What one page was shown, and how far behind its unit it has ever been. One reader writes.</summary>
/// <param name="unit">Its unit.</param>
internal sealed class PageLog(UnitVersions unit)
{
    private FrameMark _shown;
    private long _frames;
    private long _worst;

    /// <summary>How many frames it was shown.</summary>
    public long Frames => Interlocked.Read(ref _frames);

    /// <summary>True once it was shown its tiles and its table.</summary>
    public bool IsLive { get; private set; }

    /// <summary>True where its stream ended before it was closed.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Takes a frame that is shown now, in stopwatch ticks.</summary>
    /// <returns>How long what it changes had been behind by then, in stopwatch ticks; null until it is live.</returns>
    public long? Take(FrameMark frame, long now)
    {
        bool wasLive = IsLive;
        long late = Math.Max(Late(_shown.Tiles, frame.Tiles, now), Late(_shown.Table, frame.Table, now));
        _shown = frame;
        Interlocked.Increment(ref _frames);
        IsLive = frame.Tiles is not null && frame.Table is not null;
        _worst = wasLive ? Math.Max(_worst, late) : 0;
        return wasLive ? late : null;
    }

    /// <summary>The longest that its tiles or its table were behind, until now where they still are; in stopwatch ticks.</summary>
    public long WorstUntil(long now) => Math.Max(_worst, Math.Max(Behind(_shown.Tiles, now), Behind(_shown.Table, now)));

    /// <summary>What came before counts no more: a page is opened before the load, and is measured during it.</summary>
    public void Begin() => (_worst, _frames) = (0, 0);

    private long Late((long Epoch, long N)? was, (long Epoch, long N)? now, long at) => was == now ? 0 : Behind(was, at);

    private long Behind((long Epoch, long N)? shown, long now) => shown is { } version && unit.FirstAfter(version) is { } since ? Math.Max(0, now - since) : 0;
}
