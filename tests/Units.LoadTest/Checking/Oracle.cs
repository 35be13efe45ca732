using Units.LoadTest.Load;

namespace Units.LoadTest.Checking;

/// <summary>What a ward must hold after a run: its reports in the order of its journal, worked out here with nothing of the product.</summary>
internal sealed class Oracle
{
    private readonly Dictionary<(int Measure, int Month), long> _cells = [];

    /// <summary>The months that are reported, with their amounts.</summary>
    public IReadOnlyDictionary<(int Measure, int Month), long> Cells => _cells;

    /// <summary>Takes in an entry that stands, and returns by how much it moves the month.</summary>
    public long Apply(in EntrySpec entry)
    {
        if (entry.IsBad)
        {
            return 0;
        }

        long before = _cells.GetValueOrDefault((entry.Measure, entry.Month));
        long after = entry.IsSet ? entry.Value : before + entry.Value;
        _cells[(entry.Measure, entry.Month)] = after;
        return after - before;
    }

    /// <summary>What an entry does: refused, said what held already, or accepted.</summary>
    public V1.EntryOutcome Outcome(in EntrySpec entry)
    {
        if (entry.IsBad)
        {
            return V1.EntryOutcome.Refused;
        }

        bool saysWhatHolds = entry.IsSet && _cells.TryGetValue((entry.Measure, entry.Month), out long held) && held == entry.Value;
        return saysWhatHolds ? V1.EntryOutcome.Unchanged : V1.EntryOutcome.Accepted;
    }
}
