using Units.LoadTest.Checking;
using Units.LoadTest.Watching;

namespace Units.LoadTest.Load;

/// <summary>How long after its acknowledgement a probe was seen.</summary>
internal static class Seen
{
    /// <summary>Of the probes that were due in a time, at some watchers.</summary>
    public static Latencies After(Evidence evidence, IReadOnlyCollection<WatcherLog> watchers, long from, long to)
    {
        Latencies seen = new();
        int[] counted = new int[RunMeasures.Probes];
        for (int line = 0; line < evidence.Log.Count; line++)
        {
            SentReport report = evidence.Log[line];
            if (report.Kind != ReportKind.Probe)
            {
                continue;
            }

            // After one of unknown outcome it is not known which probe a value shows.
            int probe = report.Measure - evidence.Measures.FirstProbe;
            counted[probe] = report.Outcome == Outcome.Acknowledged ? counted[probe] : int.MinValue;
            int at = counted[probe]++;
            if (at < 0 || report.Due < from || report.Due >= to)
            {
                continue;
            }

            foreach (WatcherLog watcher in watchers)
            {
                if (watcher.ProbesSeen(probe) is { } times && at < times.Count)
                {
                    seen.Add(times[at] - report.Done);
                }
            }
        }

        return seen;
    }
}
