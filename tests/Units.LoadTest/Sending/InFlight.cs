namespace Units.LoadTest.Sending;

/// <summary>How many reports are sent or about to be, and not answered. One thread adds and waits; any may answer.</summary>
internal sealed class InFlight(int limit) : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0);

    // Woken once an eighth is free: to wake for each answer would cost more than the sending.
    private readonly int _enough = limit - Math.Max(1, limit / 8);
    private int _count;
    private int _waitsFor = -1;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>True while another one may be sent.</summary>
    public bool HasRoom => Count < limit;

    /// <summary>One more.</summary>
    public void Add() => Interlocked.Increment(ref _count);

    /// <summary>One was answered, or given up.</summary>
    public void Answered()
    {
        if (Interlocked.Decrement(ref _count) <= Volatile.Read(ref _waitsFor) && Interlocked.Exchange(ref _waitsFor, -1) >= 0)
        {
            _signal.Release();
        }
    }

    /// <summary>Waits until there is room for several.</summary>
    public Task Room(CancellationToken stop) => Below(_enough, stop);

    /// <summary>Waits until there is none.</summary>
    public Task None(CancellationToken stop) => Below(0, stop);

    public void Dispose() => _signal.Dispose();

    private async Task Below(int count, CancellationToken stop)
    {
        Interlocked.Exchange(ref _waitsFor, count);
        if (Count > count || Interlocked.Exchange(ref _waitsFor, -1) < 0)
        {
            // Whoever takes the mark signals, so that no signal is left over for the next wait.
            await _signal.WaitAsync(stop);
        }
    }
}
