using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;

namespace Units.LoadTest.Sending;

/// <summary>The calls that did not end with an answer about the report, whether they were repeated or not.</summary>
internal sealed class FailureLog
{
    /// <summary>The most that are kept; more are only counted.</summary>
    public const int Kept = 200_000;

    private readonly ConcurrentQueue<(long At, int Line, Status Status)> _failures = new();
    private int _count;
    private int _withoutRetry;

    /// <summary>How many there were.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>How many were refused for want of room, and not told when to come again.</summary>
    public int WithoutRetry => Volatile.Read(ref _withoutRetry);

    /// <summary>The kept ones: when in stopwatch ticks, of which line of the log, and with what.</summary>
    public IEnumerable<(long At, int Line, Status Status)> All => _failures;

    /// <summary>Counts one that was refused for want of room and not told when to come again.</summary>
    public void AddWithoutRetry() => Interlocked.Increment(ref _withoutRetry);

    /// <summary>Adds one.</summary>
    public void Add(int line, Status status)
    {
        if (Interlocked.Increment(ref _count) <= Kept)
        {
            _failures.Enqueue((Stopwatch.GetTimestamp(), line, status));
        }
    }
}
