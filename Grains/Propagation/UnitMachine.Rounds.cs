namespace Units.Grains.Propagation;

/// <summary>What leaves the unit together: pushes up, acknowledgements, answers to nudges, exact reads.</summary>
internal sealed partial class UnitMachine
{
    private readonly List<IReply<PushReply>> _acks = [];
    private readonly List<(UnitId? Parent, UnitVersion? Held, IReply<NudgeReply> Reply)> _nudges = [];
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

    private void PumpRound()
    {
        if (_isFrozen || _round is not null || !HasSomethingToRelease())
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

    private bool HasSomethingToRelease()
    {
        if (_acks.Count + _nudges.Count > 0 || (_isReady && _isInterior && _reads.Count > 0))
        {
            return true;
        }

        foreach (ParentEdge edge in _parents.Values)
        {
            if (edge.IsDue)
            {
                return _isReady;
            }
        }

        return false;
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

        foreach (ParentEdge edge in _parents.Values)
        {
            if (edge.IsDue)
            {
                round.Pushes.Add(new Effect.Push(edge.Parent, Form(edge)));
            }
        }

        if (_isInterior && _reads.Count > 0)
        {
            round.Reads.AddRange(TakeDueReads().Select(r => (r.Reply, Answer(r.Query, ReadInterior))));
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

        foreach ((IReply<WatchReading> reply, WatchReading value) in round.Reads)
        {
            reply.Send(value);
        }

        round.Pushes.ForEach(Emit);
    }
}
