using System.Diagnostics;
using Units.LoadTest.Load;

namespace Units.LoadTest.Pages;

/// <summary>What came of open pages.</summary>
internal sealed class PageFigures
{
    private static readonly TimeSpan Current = TimeSpan.FromSeconds(2);

    /// <summary>Takes what pages were shown.</summary>
    /// <param name="logs">The pages.</param>
    /// <param name="tally">What they counted together.</param>
    /// <param name="now">Until when, in stopwatch ticks.</param>
    /// <param name="seconds">How long that was.</param>
    public PageFigures(IReadOnlyCollection<PageLog> logs, PageTally tally, long now, double seconds)
    {
        Latencies worst = new();
        int current = 0;
        foreach (PageLog log in logs)
        {
            long ticks = log.WorstUntil(now);
            worst.Add(ticks);
            current += !log.IsBroken && ticks <= Current.TotalSeconds * Stopwatch.Frequency ? 1 : 0;
        }

        Named = new Dictionary<string, double>
        {
            ["pages"] = logs.Count,
            ["pages_broken"] = logs.Count(l => l.IsBroken),
            ["pages_current_percent"] = logs.Count == 0 ? 0 : 100.0 * current / logs.Count,
            ["page_frames_per_s"] = logs.Sum(l => l.Frames) / seconds,
            ["page_asks_per_s"] = tally.Asks.Count / seconds,
            ["page_asks_failed"] = tally.Failed,
            ["p99_page_ask_ms"] = tally.Asks.At(99),
            ["p50_frame_late_ms"] = tally.Late.At(50),
            ["p99_frame_late_ms"] = tally.Late.At(99),
            ["p50_page_late_ms"] = worst.At(50),
            ["p99_page_late_ms"] = worst.At(99),
            ["max_page_late_ms"] = worst.Max,
        };
    }

    /// <summary>By the names under which they are shown and required. A page's lateness is the longest that its tiles or its table showed less than its
    /// unit told others; it is current where that was never more than two seconds.</summary>
    public IReadOnlyDictionary<string, double> Named { get; }
}
