namespace Units.LoadTest.Countries;

/// <summary>A tree of units, parents before children, whose leaves report: its wards.</summary>
internal sealed class Country
{
    /// <summary>Takes units, parents before children, the root first.</summary>
    /// <exception cref="ArgumentException">A unit stands before its parent, or there is more than one root.</exception>
    public Country(string name, IReadOnlyList<CountryUnit> units)
    {
        Name = name;
        Units = units;
        List<int>[] children = [.. units.Select(_ => new List<int>())];
        for (int i = 0; i < units.Count; i++)
        {
            int parent = units[i].Parent;
            if (parent >= i || (parent < 0) != (i == 0))
            {
                throw new ArgumentException($"{units[i].Id} at {i} has the parent {parent}; a parent stands before it, and only the first has none.", nameof(units));
            }

            if (i > 0)
            {
                children[parent].Add(i);
            }
        }

        Children = children;
        Wards = [.. Enumerable.Range(0, units.Count).Where(i => children[i].Count == 0)];
        Interior = [.. Enumerable.Range(0, units.Count).Where(i => children[i].Count > 0)];
    }

    /// <summary>What it is called on the screen.</summary>
    public string Name { get; }

    /// <summary>All units; 0 is the root.</summary>
    public IReadOnlyList<CountryUnit> Units { get; }

    /// <summary>The places of the children of each unit.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Children { get; }

    /// <summary>The places of the units without children.</summary>
    public IReadOnlyList<int> Wards { get; }

    /// <summary>The places of the units with children, the root first.</summary>
    public IReadOnlyList<int> Interior { get; }

    /// <summary>How many levels it has, the root's and the wards' among them.</summary>
    public int Levels => Wards.Max(Depth) + 1;

    /// <summary>The units above one, its parent first and the root last.</summary>
    public IEnumerable<int> Above(int unit)
    {
        for (int at = Units[unit].Parent; at >= 0; at = Units[at].Parent)
        {
            yield return at;
        }
    }

    /// <summary>The wards of a part of the tree; of a ward itself.</summary>
    public IEnumerable<int> WardsBelow(int unit) => Children[unit].Count == 0 ? [unit] : Children[unit].SelectMany(WardsBelow);

    /// <summary>Adds to every unit what its children have, where each ward has its own already.</summary>
    public void RollUp(long[] amounts)
    {
        for (int i = Units.Count - 1; i > 0; i--)
        {
            amounts[Units[i].Parent] += amounts[i];
        }
    }

    private int Depth(int unit) => Above(unit).Count();
}
