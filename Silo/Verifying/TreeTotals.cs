using Units.Grains.Ledger;
using Units.Grains.Propagation;

namespace Units.Silo.Verifying;

/// <summary>The tree, and totals on their way up it: what a unit's own cells and those of its children add up to, each month's at the parent it belongs to.</summary>
/// <remarks>Units come children first. In memory are the totals of the parents whose children are under way, and of no others.</remarks>
internal sealed class TreeTotals
{
    private readonly Dictionary<UnitId, EdgeMap> _edges;
    private readonly ILookup<UnitId, UnitId> _children;
    private readonly Dictionary<UnitId, CellTable> _underWay = [];

    /// <summary>The tree of these edges.</summary>
    public TreeTotals(IEnumerable<(UnitId Unit, UnitEdge Edge)> edges)
    {
        _edges = edges.GroupBy(e => e.Unit).ToDictionary(g => g.Key, g => new EdgeMap([.. g.Select(e => e.Edge)]));
        _children = _edges.SelectMany(e => e.Value.Parents.Select(parent => (Parent: parent, Child: e.Key))).ToLookup(e => e.Parent, e => e.Child);
    }

    /// <summary>Every parent of a unit, by month.</summary>
    public EdgeMap EdgesOf(UnitId unit) => _edges.GetValueOrDefault(unit, EdgeMap.Root);

    /// <summary>True for a unit that has or had children.</summary>
    public bool IsParent(UnitId unit) => _children.Contains(unit);

    /// <summary>The units, every child before its parents; and those that stand above themselves, which have no such place.</summary>
    public (List<UnitId> Order, List<UnitId> Circular) ChildrenFirst(IEnumerable<UnitId> units)
    {
        List<UnitId> order = [];
        List<UnitId> circular = [];
        Dictionary<UnitId, bool> isDone = [];
        foreach (UnitId unit in units)
        {
            Visit(unit, isDone, order, circular);
        }

        return (order, circular);
    }

    /// <summary>The total of a unit whose children have all been passed on: its own cells and theirs.</summary>
    public CellTable TotalOf(UnitId unit, IEnumerable<CellValue> own)
    {
        CellTable total = _underWay.Remove(unit, out CellTable? children) ? children : new CellTable();
        foreach (CellValue cell in own)
        {
            total.Add(cell.Key, cell.Amount);
        }

        return total;
    }

    /// <summary>Passes a total on to the parents; targets do not add up and stay.</summary>
    public void PassOn(UnitId unit, CellTable total)
    {
        EdgeMap edges = EdgesOf(unit);
        foreach (CellValue cell in total.Where(c => !c.Key.IsTarget))
        {
            if (edges.ParentOf(cell.Key.Month) is not { } parent)
            {
                continue;
            }

            if (!_underWay.TryGetValue(parent, out CellTable? above))
            {
                _underWay[parent] = above = new CellTable();
            }

            above.Add(cell.Key, cell.Amount);
        }
    }

    // A tree is a few levels deep; only a damaged one is more, and that one is circular.
    private void Visit(UnitId unit, Dictionary<UnitId, bool> isDone, List<UnitId> order, List<UnitId> circular)
    {
        if (isDone.TryGetValue(unit, out bool done))
        {
            if (!done)
            {
                circular.Add(unit);
            }

            return;
        }

        isDone[unit] = false;
        foreach (UnitId child in _children[unit])
        {
            Visit(child, isDone, order, circular);
        }

        isDone[unit] = true;
        order.Add(unit);
    }
}
