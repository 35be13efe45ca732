namespace Units.LoadTest.Pages;

/// <summary>What one page was shown, and how far behind its unit it has ever been. One reader writes.</summary>
/// <param name="unit">Its unit.</param>
internal sealed class PageLog(UnitVersions unit)
{
    private (long Epoch, long N)? _shown;
    private long _frames;
    private long _worst;

    /// <summary>How many frames it was shown.</summary>
    public long Frames => Interlocked.Read(ref _frames);

    /// <summary>True where its stream ended before it was closed.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Takes a frame that is shown now.</summary>
    /// <returns>How long the page had been behind by then, in stopwatch ticks; null of its first frame.</returns>
    public long? Take((long Epoch, long N) version, long now)
    {
        long? late = _shown is { } shown ? Math.Max(0, now - (unit.FirstAfter(shown) ?? now)) : null;
        _shown = _shown is { } before && before.CompareTo(version) > 0 ? before : version;
        _worst = Math.Max(_worst, late ?? 0);
        Interlocked.Increment(ref _frames);
        return late;
    }

    /// <summary>The longest that it was behind, until now where it still is; in stopwatch ticks.</summary>
    public long WorstUntil(long now) => Math.Max(_worst, _shown is { } shown && unit.FirstAfter(shown) is { } since ? now - since : 0);

    /// <summary>What came before counts no more: a page is opened before the load, and is measured during it.</summary>
    public void Begin() => _worst = 0;
}
