namespace Units.LoadTest.Pages;

/// <summary>What one page was shown, and how far behind its unit it has ever been. One reader writes.</summary>
/// <param name="unit">Its unit.</param>
internal sealed class PageLog(UnitVersions unit)
{
    // Of the tiles and of the table: they come in frames of their own, and a page is as old as the older of them.
    private readonly (long Epoch, long N)?[] _shown = new (long, long)?[2];

    private long _frames;
    private long _worst;
    private int _parts;

    /// <summary>How many frames it was shown.</summary>
    public long Frames => Interlocked.Read(ref _frames);

    /// <summary>True once it was shown its tiles and its table.</summary>
    public bool IsLive => Volatile.Read(ref _parts) == _shown.Length;

    /// <summary>True where its stream ended before it was closed.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Takes a frame that is shown now, in stopwatch ticks.</summary>
    /// <returns>How long this part of the page had been behind by then, in stopwatch ticks; null the first time.</returns>
    public long? Take(FrameMark frame, long now)
    {
        ref (long Epoch, long N)? shown = ref _shown[frame.IsTable ? 1 : 0];
        long? late = shown is { } before ? Math.Max(0, now - (unit.FirstAfter(before) ?? now)) : null;
        if (late is null)
        {
            Volatile.Write(ref _parts, _parts + 1);
        }

        shown = shown is { } newer && newer.CompareTo(frame.Version) > 0 ? newer : frame.Version;
        _worst = Math.Max(_worst, late ?? 0);
        Interlocked.Increment(ref _frames);
        return late;
    }

    /// <summary>The longest that it was behind, until now where it still is; in stopwatch ticks.</summary>
    public long WorstUntil(long now)
    {
        long worst = _worst;
        foreach ((long Epoch, long N)? shown in _shown)
        {
            worst = shown is { } version && unit.FirstAfter(version) is { } since ? Math.Max(worst, now - since) : worst;
        }

        return worst;
    }

    /// <summary>What came before counts no more: a page is opened before the load, and is measured during it.</summary>
    public void Begin() => (_worst, _frames) = (0, 0);
}
