using System.Globalization;
using Units.LoadTest.Watching;

namespace Units.LoadTest.Checking;

/// <summary>C5: what a watcher is shown only gets newer, and in the end is the final total.</summary>
internal static class WatcherCheck
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until each watcher was shown the final total or the time for it is over, and adds what is wrong.</summary>
    public static async Task Run(Evidence evidence, Expected expected, TimeSpan quiet, long quietSince, Faults faults)
    {
        long mustBeRightFrom = quietSince + (long)(quiet.TotalSeconds * System.Diagnostics.Stopwatch.Frequency);
        foreach (WatcherLog watcher in evidence.Watchers)
        {
            while (Wrong(evidence, expected, watcher) >= 0 && System.Diagnostics.Stopwatch.GetTimestamp() < mustBeRightFrom)
            {
                await Task.Delay(Pause, TimeProvider.System);
            }

            int wrong = Wrong(evidence, expected, watcher);
            if (wrong >= 0)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture,
                    $"a watcher of {watcher.Id} was last shown {watcher.Shown(wrong)} of {evidence.Measures.Ids[wrong]}, and the final total is {expected.Sum(watcher.Unit, wrong).Amount}"));
            }

            watcher.Faults.CopyTo(faults);
        }
    }

    private static int Wrong(Evidence evidence, Expected expected, WatcherLog watcher)
    {
        for (int m = 0; m < evidence.Measures.Ids.Count; m++)
        {
            if (watcher.Shown(m) != expected.Sum(watcher.Unit, m).Amount)
            {
                return m;
            }
        }

        return -1;
    }
}
