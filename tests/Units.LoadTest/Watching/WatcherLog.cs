using System.Diagnostics;
using System.Globalization;
using Units.LoadTest.Checking;
using Units.LoadTest.Load;

namespace Units.LoadTest.Watching;

/// <summary>What one watcher was shown: the latest, what was wrong with it, and when each probe was first seen. One reader writes.</summary>
internal sealed class WatcherLog
{
    private readonly RunMeasures _measures;
    private readonly long[] _shown;
    private readonly List<long>[] _probesSeen = [.. Enumerable.Range(0, RunMeasures.Probes).Select(_ => new List<long>())];
    private (long Epoch, long N) _version = (-1, -1);
    private long _messages;

    /// <summary>A watcher that was shown nothing yet.</summary>
    /// <param name="unit">The place of the unit that is watched.</param>
    /// <param name="id">Its id.</param>
    /// <param name="measures">The measures, all of which are watched.</param>
    public WatcherLog(int unit, string id, RunMeasures measures)
    {
        Unit = unit;
        Id = id;
        _measures = measures;
        _shown = new long[measures.Ids.Count];
    }

    /// <summary>The place of the unit that is watched.</summary>
    public int Unit { get; }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>What was wrong with what was shown.</summary>
    public Faults Faults { get; } = new();

    /// <summary>The version that was shown last.</summary>
    public (long Epoch, long N) Version => _version;

    /// <summary>How many totals were shown.</summary>
    public long Messages => Interlocked.Read(ref _messages);

    /// <summary>The stopwatch ticks at which the first, second, … probe of a measure was first seen.</summary>
    public IReadOnlyList<long> ProbesSeen(int probe) => _probesSeen[probe];

    /// <summary>The amount of a measure that was shown last.</summary>
    public long Shown(int measure) => Volatile.Read(ref _shown[measure]);

    /// <summary>Takes what is shown now.</summary>
    public void Take(V1.GetTotalsResponse totals)
    {
        long now = Stopwatch.GetTimestamp();
        (long, long) version = (totals.Version.Epoch, totals.Version.N);
        if (version.CompareTo(_version) <= 0)
        {
            Faults.Add(string.Create(CultureInfo.InvariantCulture, $"a watcher of {Id} was shown version {version} after {_version}"));
        }

        _version = version;
        for (int m = 0; m < _shown.Length; m++)
        {
            long amount = Reading.Amount(totals.Measures[m].Value);
            if (amount < _shown[m] && _measures.NeverFalls(m))
            {
                Faults.Add(string.Create(CultureInfo.InvariantCulture, $"a watcher of {Id} was shown {amount} of {_measures.Ids[m]} after {_shown[m]}"));
            }

            Volatile.Write(ref _shown[m], amount);
        }

        for (int p = 0; p < RunMeasures.Probes; p++)
        {
            while (_probesSeen[p].Count < _shown[_measures.FirstProbe + p])
            {
                _probesSeen[p].Add(now);
            }
        }

        Interlocked.Increment(ref _messages);
    }
}
