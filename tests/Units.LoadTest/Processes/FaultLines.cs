namespace Units.LoadTest.Processes;

/// <summary>Keeps, of what a server of this build writes, what it calls faults of its own: nothing that is done to it from outside is one.</summary>
internal sealed class FaultLines
{
    private const string Begins = "fail: Units.";
    private const int LinesOfOne = 16;
    private const int Most = 20;

    private readonly Lock _lock = new();
    private readonly List<List<string>> _faults = [];

    /// <summary>The first of them, each with the lines that follow it.</summary>
    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _faults.Select(lines => string.Join('\n', lines))];
            }
        }
    }

    /// <summary>Takes the next line.</summary>
    public void Look(string line)
    {
        lock (_lock)
        {
            if (line.StartsWith(Begins, StringComparison.Ordinal))
            {
                if (_faults.Count < Most)
                {
                    _faults.Add([line]);
                }
            }
            else if (_faults.Count > 0 && _faults[^1].Count < LinesOfOne)
            {
                _faults[^1].Add(line);
            }
        }
    }
}
