using System.Globalization;
using Units.LoadTest.Watching;

namespace Units.LoadTest.Checking;

/// <summary>C5: what a watcher is shown only gets newer, and in the end is the final total.</summary>
internal static class WatcherCheck
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until each watcher was shown the final total or the time for it is over, and adds what is wrong.</summary>
    public static async Task Run(Evidence evidence, Func<int, Reading?> readings, CheckPlan plan, long quietSince, Faults faults)
    {
        long mustBeRightFrom = quietSince + (long)(plan.Quiet.TotalSeconds * System.Diagnostics.Stopwatch.Frequency);
        foreach (WatcherLog watcher in evidence.Watchers)
        {
            while (Wrong(readings(watcher.Unit), watcher) >= 0 && System.Diagnostics.Stopwatch.GetTimestamp() < mustBeRightFrom)
            {
                await Task.Delay(Pause, TimeProvider.System);
            }

            int wrong = Wrong(readings(watcher.Unit), watcher);
            if (wrong >= 0)
            {
                long final = readings(watcher.Unit)!.Amounts[wrong];
                faults.Add(string.Create(CultureInfo.InvariantCulture,
                    $"a watcher of {watcher.Id} was last shown {watcher.Shown(wrong)} of {evidence.Measures.Ids[wrong]}, and the final total is {final}"));
            }

            watcher.Faults.CopyTo(faults);
        }
    }

    /// <summary>The first measure that was not last shown as it is; -1 where all are, or where the total could not be read.</summary>
    private static int Wrong(Reading? reading, WatcherLog watcher)
    {
        for (int m = 0; m < (reading?.Amounts.Length ?? 0); m++)
        {
            if (watcher.Shown(m) != reading!.Amounts[m])
            {
                return m;
            }
        }

        return -1;
    }
}
