using System.Collections.Immutable;
using Units.Grains.Ledger;

namespace Units.Grains.Propagation;

/// <summary>Pushes: what changed of each parent's part, as values, one message under way a parent.</summary>
internal sealed partial class UnitMachine
{
    // Of a leaf: the cells that a parent has not acknowledged yet.
    private readonly Dictionary<CellKey, Amount> _leafCells = [];

    /// <summary>Answer to <see cref="Effect.Push"/>; null when the call was lost.</summary>
    public void OnPushed(UnitId parent, PushReply? reply)
    {
        if (_isOver || !_parents.TryGetValue(parent, out ParentEdge? edge) || edge.InFlight is not { } version)
        {
            return;
        }

        edge.InFlight = null;
        switch (reply)
        {
            case PushReply.Fenced when _decisions.Fences:
                End("a later activation of it has spoken to the parent");
                return;
            case PushReply.Ack:
                Acknowledge(edge, version);
                break;
            case PushReply.SendAll when _isInterior:
                edge.Acknowledged = null;
                break;
            default:
                edge.Resting = true;
                Emit(new Effect.WakeLater(WakeKind.PushAgain, parent));
                break;
        }

        Pump();
    }

    private void Acknowledge(ParentEdge edge, UnitVersion version)
    {
        edge.Acknowledged = version;
        _decisions.Settle(edge.Unsettled, edge.Sent, version);
        foreach (CellKey key in edge.Sent)
        {
            if (!edge.Unsettled.ContainsKey(key))
            {
                _leafCells.Remove(key);
            }
        }

        edge.Sent = [];
        if (edge.Unsettled.Count > 0)
        {
            edge.Resting = true;
            Emit(new Effect.WakeLater(WakeKind.PushGap, edge.Parent));
        }
    }

    /// <summary>Notes what children changed: what they tell this unit goes no further up, though it is a new content of the unit.</summary>
    private void StampOfChildren(HashSet<CellKey> changed)
    {
        bool isAny = changed.Count > 0;
        changed.RemoveWhere(static key => key.IsTold);
        Stamp(changed, isAny);
    }

    /// <summary>Notes what changed: the version moves on, and each parent's part of it waits to be pushed.</summary>
    private void Stamp(HashSet<CellKey> changed) => Stamp(changed, changed.Count > 0);

    private void Stamp(HashSet<CellKey> changed, bool isNew)
    {
        if (isNew && _isInterior)
        {
            _n++;
        }

        foreach (CellKey key in changed)
        {
            if (_edges.ParentOf(key.Month) is not { } parent)
            {
                continue;
            }

            ParentEdge edge = _parents[parent];
            edge.LastChanged = Version;
            edge.Unsettled[key] = Version;
            if (key.IsTarget && !key.IsTold)
            {
                // Whether the unit has a target of its own decides what it passes up of both.
                edge.Unsettled[key.With(Aspect.Target)] = Version;
                edge.Unsettled[key.With(Aspect.TargetPresence)] = Version;
            }
        }
    }

    private PushMessage Form(ParentEdge edge)
    {
        edge.InFlight = Version;
        edge.Sent = [.. edge.Unsettled.Keys];
        bool all = edge.Acknowledged is null;
        ImmutableArray<CellValue>.Builder cells = ImmutableArray.CreateBuilder<CellValue>(all ? _total.Count : edge.Sent.Length);
        if (all)
        {
            foreach (CellValue cell in _total)
            {
                if (_edges.ParentOf(cell.Key.Month) == edge.Parent && PassedUp(cell.Key) is { IsZero: false } amount)
                {
                    cells.Add(new CellValue(cell.Key, amount));
                }
            }
        }
        else
        {
            foreach (CellKey key in edge.Sent)
            {
                cells.Add(new CellValue(key, _edges.ParentOf(key.Month) == edge.Parent ? PassedUp(key) : Amount.Zero));
            }
        }

        foreach (CellValue more in _decisions.AlsoPushed(_staged))
        {
            AddTo(cells, more);
        }

        return new PushMessage(_unit, Version, edge.Acknowledged, cells.DrainToImmutable());
    }

    private void AddTo(ImmutableArray<CellValue>.Builder cells, CellValue more)
    {
        for (int i = 0; i < cells.Count; i++)
        {
            if (cells[i].Key == more.Key)
            {
                cells[i] = new CellValue(more.Key, cells[i].Amount + more.Amount);
                return;
            }
        }

        cells.Add(new CellValue(more.Key, PassedUp(more.Key) + more.Amount));
    }

    /// <summary>What a parent gets of a cell: the total; of a target the unit's own where it has one. Of what is told the total has the unit's own alone.</summary>
    private Amount PassedUp(CellKey key)
    {
        if (!_isInterior)
        {
            return _leafCells.GetValueOrDefault(key);
        }

        CellTable own = _held[_unit].Cells;
        return key.IsTarget && !key.IsTold && !own[key.With(Aspect.TargetPresence)].IsZero ? own[key] : _total[key];
    }
}
