using System.Diagnostics;
using Xunit;

namespace Units.Grains.Tests.Support;

/// <summary>Waits for what becomes true by itself, and says what it was when time is up.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>An exact reading, asked for until the unit is in step.</summary>
    public static Task<UnitTotals> InStep(Func<Task<UnitTotals>> read) => Become(read, totals => totals.InStep);

    /// <summary>Waits until a count has not moved over fifty looks at it.</summary>
    public static async Task Rest(Func<long> count)
    {
        long last = count();
        int still = 0;
        await Become(
            () =>
            {
                long now = count();
                still = now == last ? still + 1 : 0;
                last = now;
                return Task.FromResult(still);
            },
            looks => looks >= 50);
    }

    /// <summary>The first value that satisfies the condition.</summary>
    public static async Task<T> Become<T>(Func<Task<T>> read, Func<T, bool> condition)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            T value = await read();
            if (condition(value))
            {
                return value;
            }

            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, $"after {Limit} it still is {value}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
