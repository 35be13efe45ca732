using System.Diagnostics;
using HdrHistogram;

namespace Units.LoadTest.Load;

/// <summary>How long something took, of many: to three significant digits, up to ten minutes; what is longer counts as that.</summary>
internal sealed class Latencies
{
    private const long Longest = 600_000_000;

    private readonly LongHistogram _microseconds = new(Longest, 3);

    /// <summary>How many there are.</summary>
    public long Count => _microseconds.TotalCount;

    /// <summary>The longest, in milliseconds; 0 of none.</summary>
    public double Max => Count == 0 ? 0 : _microseconds.GetMaxValue() / 1000.0;

    /// <summary>Adds one, in stopwatch ticks; less than nothing is nothing.</summary>
    public void Add(long ticks) =>
        _microseconds.RecordValue(Math.Clamp(ticks * 1_000_000 / Stopwatch.Frequency, 0, Longest));

    /// <summary>That which so many per cent do not exceed, in milliseconds; 0 of none.</summary>
    public double At(double percent) => Count == 0 ? 0 : _microseconds.GetValueAtPercentile(percent) / 1000.0;
}
