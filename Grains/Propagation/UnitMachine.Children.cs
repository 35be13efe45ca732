using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>What the children say: pushes, and the journals of those that are leaves.</summary>
internal sealed partial class UnitMachine
{
    /// <summary>Leaves whose push did not fit: their journal says it, unless they are leaves no more.</summary>
    private readonly HashSet<UnitId> _unfitLeaves = [];
    private bool _wantsChildren;
    private bool _wantsDown;
    private bool _childrenUnderWay;
    private bool _wantsDownUnderWay;

    /// <summary>A child pushes. Replaces what is held of it; harmless when lost, repeated or late.</summary>
    public void Apply(PushMessage message, IReply<PushReply> reply) => Apply([message], [reply]);

    /// <summary>Children push, and are answered together.</summary>
    public void Apply(IReadOnlyList<PushMessage> messages, IReadOnlyList<IReply<PushReply>> replies)
    {
        bool pumps = false;
        for (int i = 0; i < messages.Count && !_isOver; i++)
        {
            pumps |= TryApply(messages[i], replies[i]);
        }

        if (pumps && !_isOver)
        {
            Pump();
        }
    }

    /// <summary>Takes a push in, or answers it at once. True where there is something to go on with.</summary>
    private bool TryApply(PushMessage message, IReply<PushReply> reply)
    {
        if (_isOpened && !_isInterior && _decisions.BecomesInterior)
        {
            End("a child speaks to it: it opens again as an interior unit");
            return false;
        }

        if (!_isOpened || !_isInterior || _isFrozen)
        {
            reply.Send(PushReply.Busy);
            return false;
        }

        HeldChild held = HeldOf(message.Child);
        if (message.Version.Epoch < held.Version.Epoch && _decisions.Fences)
        {
            reply.Send(PushReply.Fenced);
            return false;
        }

        if (message.Version > held.Version && !Take(held, message))
        {
            bool isLeaf = message.Version.Epoch == 0;
            if (isLeaf)
            {
                _wantsChildren = true;
                _unfitLeaves.Add(message.Child);
            }

            reply.Send(isLeaf ? PushReply.Busy : PushReply.SendAll);
            return true;
        }

        _acks.Add(reply);
        NoticeInStep(message.Child);
        return true;
    }

    /// <summary>Answer to <see cref="Effect.ReadChildren"/>.</summary>
    public void OnChildren(ChildrenReading reading)
    {
        if (_isOver)
        {
            return;
        }

        StorageAnswered();
        if (_isOpening)
        {
            OnOpeningReading(reading);
            return;
        }

        _childrenUnderWay = false;
        if (reading.Sequence > _sequence && _batch is null)
        {
            End($"its journal is at {reading.Sequence}, beyond its own {_sequence}: another activation writes");
            return;
        }

        HashSet<CellKey> changed = [];
        foreach (LeafReading news in reading.News.Where(n => n.Unit != _unit))
        {
            changed.UnionWith(TakeNews(news, _total));
        }

        StampOfChildren(changed);
        bool down = _wantsDownUnderWay && _decisions.SweepsDown;
        foreach (UnitId child in reading.Interior)
        {
            // What still pushes as a leaf has not noticed that it is one no more: the nudge makes it open again.
            if (down || _unfitLeaves.Contains(child))
            {
                NudgeChild(child);
            }
        }

        _unfitLeaves.Clear();
        Pump();
    }

    private void PumpChildren()
    {
        if (!_wantsChildren || _childrenUnderWay || !_isInterior || _isFrozen)
        {
            return;
        }

        _wantsDownUnderWay = _wantsDown;
        _wantsChildren = false;
        _wantsDown = false;
        _childrenUnderWay = true;
        Emit(new Effect.ReadChildren(HeldSequences()));
    }

    private bool Take(HeldChild held, PushMessage message)
    {
        if (message.Base is { } sentBase && !_decisions.MayMerge(held.Version, sentBase))
        {
            return false;
        }

        HashSet<CellKey> changed = [];
        if (message.Base is null)
        {
            HashSet<CellKey> named = [.. message.Cells.Select(c => c.Key)];
            foreach (CellKey gone in held.Cells.Select(c => c.Key).Where(k => !named.Contains(k)).ToArray())
            {
                Replace(held, gone, Amount.Zero, changed);
            }
        }

        foreach (CellValue cell in message.Cells)
        {
            Replace(held, cell.Key, cell.Amount, changed);
        }

        held.Version = message.Version;
        held.IsDirty = true;
        StampOfChildren(changed);
        return true;
    }

    private void Replace(HeldChild held, CellKey key, Amount amount, HashSet<CellKey> changed)
    {
        Amount difference = amount - held.Cells[key];
        if (!difference.IsZero)
        {
            held.Cells.Set(key, amount);
            if (!key.IsTold)
            {
                _total.Add(key, difference);
            }

            changed.Add(key);
        }
    }

    /// <summary>True for a cell of a member of the family that is part of the unit's total: of what is told only the unit's own.</summary>
    private bool IsCounted(UnitId member, CellKey key) => member == _unit || !key.IsTold;

    /// <summary>Takes in what a journal says beyond what is held; while opening, the total is summed afterwards.</summary>
    private HashSet<CellKey> TakeNews(LeafReading news, CellTable? total = null)
    {
        HashSet<CellKey> changed = [];
        HeldChild held = HeldOf(news.Unit);
        if (held.Version != new UnitVersion(0, news.From))
        {
            // Something newer was taken in while the query was under way; what it does not cover is asked for again.
            _wantsChildren |= new UnitVersion(0, news.To) > held.Version;
            return changed;
        }

        EdgeMap edges = new(news.Edges);
        bool IsOurs(CellKey key) => news.Unit == _unit || edges.ParentOf(key.Month) == _unit;
        void Add(CellKey key, Amount amount)
        {
            held.Cells.Add(key, amount);
            if (IsCounted(news.Unit, key))
            {
                total?.Add(key, amount);
            }

            changed.Add(key);
        }

        foreach (CellValue cell in news.Deltas.Where(c => IsOurs(c.Key)))
        {
            Add(cell.Key, cell.Amount);
        }

        foreach (CellKey moved in held.Cells.Select(c => c.Key).Where(k => !IsOurs(k)).ToArray())
        {
            Add(moved, -held.Cells[moved]);
        }

        held.Version = new UnitVersion(0, news.To);
        held.IsDirty = true;
        return changed;
    }
}
