namespace Units.Silo.Verifying;

/// <summary>The contradictions found, named up to a bound and counted beyond it.</summary>
/// <remarks>What is wrong early in a journal is often wrong in all that follows: of one unit only the first few are named.</remarks>
internal sealed class Findings
{
    /// <summary>How many are named.</summary>
    public const int MaxNamed = 100;

    /// <summary>How many are named of one unit's journal.</summary>
    public const int MaxNamedOfUnit = 5;

    private readonly List<Contradiction> _named = [];
    private string _unit = "";
    private int _ofUnit;

    /// <summary>Those that are named, in the order in which they were found.</summary>
    public IReadOnlyList<Contradiction> Named => _named;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Notes one.</summary>
    public void Add(Contradiction contradiction)
    {
        Count++;
        (_unit, _ofUnit) = contradiction.Unit == _unit && _unit.Length > 0 ? (_unit, _ofUnit + 1) : (contradiction.Unit, 1);
        if (_named.Count < MaxNamed && _ofUnit <= MaxNamedOfUnit)
        {
            _named.Add(contradiction);
        }
    }
}
