namespace Units.LoadTest.Checking;

/// <summary>The faults of one check: all are counted, and the first are kept. Any thread may add.</summary>
internal sealed class Faults
{
    private const int Kept = 20;

    private readonly List<string> _first = [];
    private int _count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Adds one.</summary>
    public void Add(string fault)
    {
        Interlocked.Increment(ref _count);
        lock (_first)
        {
            if (_first.Count < Kept)
            {
                _first.Add(fault);
            }
        }
    }

    /// <summary>Adds all of these to others; of those that are only counted, how many there are.</summary>
    public void CopyTo(Faults others)
    {
        lock (_first)
        {
            _first.ForEach(others.Add);
            Interlocked.Add(ref others._count, Count - _first.Count);
        }
    }

    /// <summary>The result of a check that found these.</summary>
    public CheckResult Result(CheckId id, string looked)
    {
        lock (_first)
        {
            return new CheckResult(id, looked, Count, [.. _first]);
        }
    }
}
