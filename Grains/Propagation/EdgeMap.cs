using System.Collections.Immutable;

namespace Units.Grains.Propagation;

/// <summary>Which parent each month of a unit's cells belongs to.</summary>
internal sealed class EdgeMap
{
    /// <summary>A unit without parents.</summary>
    public static readonly EdgeMap Root = new([]);

    private readonly ImmutableArray<UnitEdge> _edges;

    /// <summary>Edges, the earliest first; each holds from its month to the next one's.</summary>
    public EdgeMap(ImmutableArray<UnitEdge> edges)
    {
        _edges = edges.Sort((a, b) => a.From.CompareTo(b.From));
        Parents = [.. _edges.Select(e => e.Parent).Distinct()];
    }

    /// <summary>Every parent there is or was.</summary>
    public ImmutableArray<UnitId> Parents { get; }

    /// <summary>The edges, the earliest first.</summary>
    public ImmutableArray<UnitEdge> Edges => _edges;

    /// <summary>The parent of a month, or null.</summary>
    public UnitId? ParentOf(Month month)
    {
        for (int i = _edges.Length - 1; i >= 0; i--)
        {
            if (_edges[i].From <= month)
            {
                return _edges[i].Parent;
            }
        }

        return null;
    }

    /// <summary>The map after a move: from the edge's month on its parent holds, and later edges are gone.</summary>
    public EdgeMap With(UnitEdge edge) => new([.. _edges.Where(e => e.From < edge.From), edge]);
}
