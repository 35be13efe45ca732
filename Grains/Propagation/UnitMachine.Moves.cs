using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>Moves: another parent from a month on, at or after which nothing is reported.</summary>
internal sealed partial class UnitMachine
{
    /// <summary>The refusal of a move to a unit that does not exist.</summary>
    public const string NoSuchParent = "PARENT_NOT_FOUND";

    /// <summary>The refusal of a move that would close a cycle: to the unit itself or to one that it stands above in any month.</summary>
    public const string Cycle = "MOVE_CLOSES_CYCLE";

    /// <summary>The refusal of a move from a month at or after which something is reported.</summary>
    public const string MonthReported = "MOVE_MONTH_REPORTED";

    private StagedItem? _planned;

    /// <summary>Answer to <see cref="Effect.ReadTree"/>.</summary>
    public void OnTree(TreeReading tree)
    {
        if (_isOver)
        {
            return;
        }

        _journalBusy = false;
        StorageAnswered();
        StagedItem? item = _planned;
        _planned = null;
        _isFrozen = false;
        if (item?.Move is { } edge && _staged.Contains(item))
        {
            if (Judge(edge, tree) is { } reason)
            {
                Refuse([(item, [new Violation(reason, "edge", $"{edge.Parent} from {edge.From}", [])])]);
            }
            else
            {
                AppendMove(item, edge, tree.Revision);
            }
        }

        Pump();
    }

    private void PlanMove(StagedItem item, UnitEdge edge)
    {
        if (!_isReady)
        {
            return;
        }

        // While the move is judged and written, children and parents wait: what was judged is what is written.
        _isFrozen = true;
        _planned = item;
        _journalBusy = true;
        Emit(new Effect.ReadTree(edge.Parent));
    }

    private void AppendMove(StagedItem item, UnitEdge edge, long treeRevision)
    {
        JournalReport report = new()
        {
            Sequence = _sequence + 1,
            Key = item.Key,
            ContentHash = item.ContentHash,
            ReceivedAt = item.ReceivedAt,
            Rows = [new JournalRow { N = 0, Kind = RowKind.Move, Month = edge.From, Source = item.Key.Source, Detail = edge.Parent.Text }],
        };
        _isFrozen = true;
        Append([report], [item], [], new EdgeChange(edge, treeRevision));
    }

    private string? Judge(UnitEdge edge, TreeReading tree)
    {
        if (!tree.Exists)
        {
            return NoSuchParent;
        }

        // Above in any month, not in the months of the edge alone: an opening unit waits for every child it ever had, so two
        // units of which each was once the other's parent would wait for each other for ever.
        if (edge.Parent == _unit || tree.Ancestry.Values.Any(edges => edges.Any(e => e.Parent == _unit)))
        {
            return Cycle;
        }

        bool isReported = tree.LastMonth >= edge.From || _total.Any(c => c.Key.Month >= edge.From);
        return isReported ? MonthReported : null;
    }

    private void TakeEdge(EdgeChange? change)
    {
        if (change is null)
        {
            return;
        }

        _edges = _edges.With(change.Edge);
        foreach (UnitId parent in _edges.Parents)
        {
            // A leaf's parent reads its journal; an interior unit says all to a parent that is new.
            _parents.TryAdd(parent, new ParentEdge(parent) { Acknowledged = _isInterior ? null : Version });
        }

        PassOn(change.Edge);
    }

    /// <summary>
    /// What a journal below brought while the move was under way was noted for the parent of then. Its months are the new parent's, which
    /// may have been one before and would not be sent all.
    /// </summary>
    private void PassOn(UnitEdge edge)
    {
        CellKey[] moved = _isInterior
            ? [.. _total.Select(c => c.Key).Where(k => k.Month >= edge.From)]
            : [];
        if (moved.Length == 0)
        {
            return;
        }

        _n++;
        ParentEdge parent = _parents[edge.Parent];
        parent.LastChanged = Version;
        foreach (CellKey key in moved)
        {
            parent.Unsettled[key] = Version;
        }
    }
}
