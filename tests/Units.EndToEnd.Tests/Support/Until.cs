using System.Diagnostics;

namespace Units.EndToEnd.Tests.Support;

/// <summary>Waits that end, and that say what they waited for.</summary>
internal static class Until
{
    /// <summary>The longest wait for something that takes a moment.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>The first reading that satisfies the condition.</summary>
    public static async Task<T> Becomes<T>(string what, Func<Task<T>> read, Func<T, bool> condition, TimeSpan? limit = null)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            T value = await read();
            if (condition(value))
            {
                return value;
            }

            if (Stopwatch.GetElapsedTime(start) > (limit ?? Limit))
            {
                throw new TimeoutException($"Waited {limit ?? Limit} for {what}; the last reading is {value}.");
            }

            await A(Pause);
        }
    }

    /// <summary>A task that is expected to end.</summary>
    public static async Task Ends(string what, Task task, TimeSpan? limit = null)
    {
        try
        {
            await task.WaitAsync(limit ?? Limit, TimeProvider.System);
        }
        catch (TimeoutException e) when (!task.IsCompleted)
        {
            throw new TimeoutException($"Waited {limit ?? Limit} for {what}.", e);
        }
    }

    /// <summary>A moment, for the rhythm of a load and not to wait for anything.</summary>
    public static Task A(TimeSpan moment) => Task.Delay(moment, TimeProvider.System);
}
