namespace Units.Grains.Propagation;

/// <summary>Nudges: a parent asks what it lacks, and children are asked until they are in step.</summary>
internal sealed partial class UnitMachine
{
    /// <summary>Children that are not in step, with the version that each named, or null while it has named none.</summary>
    private readonly Dictionary<UnitId, UnitVersion?> _outOfStep = [];
    private readonly HashSet<UnitId> _nudging = [];
    private bool _nudgeAgainAsked;

    /// <summary>The children that are not yet in step.</summary>
    public IEnumerable<UnitId> OutOfStep => _outOfStep.Keys;

    /// <summary>A parent asks at which version its part stands. Also makes this unit look at its own children.</summary>
    public void Nudge(UnitId? parent, UnitVersion? held, IReply<NudgeReply> reply)
    {
        if (_isOver)
        {
            return;
        }

        if (_isOpened && !_isInterior && _decisions.BecomesInterior)
        {
            End("a parent takes it for an interior unit: it opens again");
            return;
        }

        _wantsChildren |= _isOpened;
        _wantsDown |= _isOpened;
        if (!_isOpened || _isFrozen || !_decisions.AnswersNudge(_isReady))
        {
            reply.Send(new NudgeReply(null));
        }
        else if (_decisions.ConfirmsNudges)
        {
            _nudges.Add((parent, held, reply));
        }
        else
        {
            reply.Send(AnswerNudge(parent, held));
        }

        Pump();
    }

    /// <summary>Answer to <see cref="Effect.NudgeChild"/>; null when the call was lost.</summary>
    public void OnNudged(UnitId child, NudgeReply? reply)
    {
        if (_isOver)
        {
            return;
        }

        _nudging.Remove(child);
        if (reply?.At is { } version && _outOfStep.ContainsKey(child))
        {
            _outOfStep[child] = version;
        }

        NoticeInStep(child);
        if (_outOfStep.Count > 0 && !_nudgeAgainAsked)
        {
            _nudgeAgainAsked = true;
            Emit(new Effect.WakeLater(WakeKind.NudgeAgain, _unit));
        }

        Pump();
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

    private void NudgeOutOfStep()
    {
        _nudgeAgainAsked = false;
        foreach (UnitId child in _outOfStep.Keys)
        {
            NudgeChild(child);
        }
    }

    private void NudgeChild(UnitId child)
    {
        if (_nudging.Add(child))
        {
            Emit(new Effect.NudgeChild(child, _held.TryGetValue(child, out HeldChild? held) ? held.Version : null));
        }
    }

    private void NoticeInStep(UnitId child)
    {
        if (_outOfStep.TryGetValue(child, out UnitVersion? need) && need is { } version
            && _held.TryGetValue(child, out HeldChild? held) && held.Version >= version)
        {
            _outOfStep.Remove(child);
            BecomeReadyWhenInStep();
        }
    }
}
