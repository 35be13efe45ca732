namespace Units.LoadTest.Pages;

/// <summary>When each version of a unit was first told to a watcher over gRPC, which is told at once: what pages of the unit are held against.</summary>
internal sealed class UnitVersions
{
    private readonly Lock _gate = new();
    private readonly List<((long Epoch, long N) Version, long At)> _told = [];

    /// <summary>True once something was told.</summary>
    public bool HasBegun
    {
        get
        {
            lock (_gate)
            {
                return _told.Count > 0;
            }
        }
    }

    /// <summary>Takes a version that is told now, in stopwatch ticks.</summary>
    public void Take((long Epoch, long N) version, long now)
    {
        lock (_gate)
        {
            if (_told.Count == 0 || version.CompareTo(_told[^1].Version) > 0)
            {
                _told.Add((version, now));
            }
        }
    }

    /// <summary>When the first version after this one was told; null where none was.</summary>
    public long? FirstAfter((long Epoch, long N) version)
    {
        lock (_gate)
        {
            int low = 0;
            int high = _told.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = _told[middle].Version.CompareTo(version) > 0 ? (low, middle) : (middle + 1, high);
            }

            return low < _told.Count ? _told[low].At : null;
        }
    }
}
