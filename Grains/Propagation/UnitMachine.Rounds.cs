using Units.Grains.Ledger;

namespace Units.Grains.Propagation;

/// <summary>What leaves the unit: pushes up, acknowledgements, answers to nudges, exact reads.</summary>
internal sealed partial class UnitMachine
{
    private readonly List<IReply<PushReply>> _acks = [];
    private readonly List<(UnitId? Parent, UnitVersion? Held, IReply<NudgeReply> Reply)> _nudges = [];
    private readonly CellTable _leafCells = new();
    private UnitVersion _readyVersion;
    private Round? _round;

    /// <summary>Answer to <see cref="Effect.Confirm"/>: the epoch as a read after the round was formed found it.</summary>
    public void OnConfirmed(long epoch)
    {
        if (_isOver)
        {
            return;
        }

        StorageAnswered();
        if (epoch != _epoch)
        {
            End($"its epoch {_epoch} is over, {epoch} is the unit's");
            return;
        }

        if (_round is { } round)
        {
            _round = null;
            Release(round);
        }

        Pump();
    }

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
                _leafCells.Set(key, Amount.Zero);
            }
        }

        edge.Sent = [];
        if (edge.Unsettled.Count > 0)
        {
            edge.Resting = true;
            Emit(new Effect.WakeLater(WakeKind.PushGap, edge.Parent));
        }
    }

    /// <summary>Notes what changed: the version moves on, and each parent's part of it waits to be pushed.</summary>
    private void Stamp(HashSet<CellKey> changed)
    {
        if (changed.Count == 0)
        {
            return;
        }

        if (_isInterior)
        {
            _n++;
        }

        foreach (CellKey key in changed)
        {
            if (key.Aspect >= Aspect.RatioTarget || _edges.ParentOf(key.Month) is not { } parent)
            {
                continue;
            }

            ParentEdge edge = _parents[parent];
            edge.LastChanged = Version;
            edge.Unsettled[key] = Version;
            if (key.IsTarget)
            {
                // Whether the unit has a target of its own decides what it passes up of both.
                edge.Unsettled[key.With(Aspect.Target)] = Version;
                edge.Unsettled[key.With(Aspect.TargetPresence)] = Version;
            }
        }
    }

    private void PumpRound()
    {
        if (_isFrozen || _round is not null)
        {
            return;
        }

        Round round = FormRound();
        if (round.IsEmpty)
        {
            return;
        }

        if (!_isInterior || _alone || !_decisions.Confirms)
        {
            Release(round);
            return;
        }

        _round = round;
        Emit(new Effect.Confirm());
    }

    private Round FormRound()
    {
        Round round = new();
        round.Acks.AddRange(_acks);
        _acks.Clear();
        foreach ((UnitId? parent, UnitVersion? held, IReply<NudgeReply> reply) in _nudges)
        {
            round.Nudges.Add((reply, AnswerNudge(parent, held)));
        }

        _nudges.Clear();
        if (!_isReady)
        {
            return round;
        }

        foreach (ParentEdge edge in _parents.Values.Where(e => e.IsDue))
        {
            round.Pushes.Add(new Effect.Push(edge.Parent, Form(edge)));
        }

        if (_isInterior)
        {
            round.Reads.AddRange(_reads.Select(r => (r.Reply, ReadInterior(r.Query))));
            _reads.Clear();
        }

        return round;
    }

    private void Release(Round round)
    {
        foreach (IReply<PushReply> ack in round.Acks)
        {
            ack.Send(PushReply.Ack);
        }

        foreach ((IReply<NudgeReply> reply, NudgeReply value) in round.Nudges)
        {
            reply.Send(value);
        }

        foreach ((IReply<UnitTotals> reply, UnitTotals value) in round.Reads)
        {
            reply.Send(value);
        }

        round.Pushes.ForEach(Emit);
    }

    private PushMessage Form(ParentEdge edge)
    {
        edge.InFlight = Version;
        edge.Sent = [.. edge.Unsettled.Keys];
        bool all = edge.Acknowledged is null;
        IEnumerable<CellKey> keys = all ? _total.Select(c => c.Key).Where(k => _edges.ParentOf(k.Month) == edge.Parent) : edge.Sent;
        Dictionary<CellKey, Amount> cells = [];
        foreach (CellKey key in keys)
        {
            Amount amount = _edges.ParentOf(key.Month) == edge.Parent ? PassedUp(key) : Amount.Zero;
            if (!all || !amount.IsZero)
            {
                cells[key] = amount;
            }
        }

        foreach (CellValue cell in _decisions.AlsoPushed(_staged.Select(s => s.Report).OfType<Report>()))
        {
            cells[cell.Key] = cells.GetValueOrDefault(cell.Key, PassedUp(cell.Key)) + cell.Amount;
        }

        return new PushMessage(_unit, Version, edge.Acknowledged, [.. cells.Select(c => new CellValue(c.Key, c.Value))]);
    }

    /// <summary>What a parent gets of a cell: the total; of a target the unit's own where it has one; of a ratio nothing.</summary>
    private Amount PassedUp(CellKey key)
    {
        if (key.Aspect >= Aspect.RatioTarget)
        {
            return Amount.Zero;
        }

        if (!_isInterior)
        {
            return _leafCells[key];
        }

        CellTable own = _held[_unit].Cells;
        return key.IsTarget && !own[key.With(Aspect.TargetPresence)].IsZero ? own[key] : _total[key];
    }

    private NudgeReply AnswerNudge(UnitId? parent, UnitVersion? held)
    {
        UnitVersion need = _readyVersion;
        if (parent is { } asking)
        {
            if (!_parents.TryGetValue(asking, out ParentEdge? edge))
            {
                // A parent once, until a move took all of its months: it must hear that its part is empty, or waits for it for ever.
                _parents[asking] = edge = new ParentEdge(asking);
            }

            need = edge.LastChanged > need ? edge.LastChanged : need;
            if (held is null || held < need)
            {
                edge.Acknowledged = null;
            }
        }

        return new NudgeReply(need);
    }
}
