using System.Collections.Immutable;

namespace Units;

/// <summary>Tells which units lie in some subtrees: those that are, or lie by any edge of any month below, one of their tops.</summary>
/// <remarks>Remembers what it found, so that all units of a country are asked about in one pass.</remarks>
/// <param name="tops">The units on top.</param>
/// <param name="find">Finds a unit; null where there is none.</param>
public sealed class Subtrees(ImmutableArray<UnitId> tops, Func<UnitId, Unit?> find)
{
    private readonly HashSet<UnitId> _tops = [.. tops];
    private readonly Dictionary<UnitId, bool> _known = [];

    /// <summary>True when the unit lies in one of them.</summary>
    public bool Contain(Unit unit)
    {
        if (_tops.Contains(unit.Id))
        {
            return true;
        }

        foreach (UnitEdge edge in unit.Edges)
        {
            if (Contain(edge.Parent))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when there is such a unit and it lies in one of them.</summary>
    public bool Contain(UnitId id)
    {
        if (!_known.TryGetValue(id, out bool contains))
        {
            contains = find(id) is { } unit && Contain(unit);
            _known[id] = contains;
        }

        return contains;
    }
}
