using System.Collections.Immutable;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>Exact reads: of an interior unit from memory, in a confirmed round; of a leaf from its ledger, after a look at its journal's end.</summary>
internal sealed partial class UnitMachine
{
    /// <summary>Reads that may wait; further ones are told to come again.</summary>
    public const int MaxReads = 1_000;

    private readonly List<(TotalsQuery Query, IReply<UnitTotals> Reply)> _reads = [];
    private readonly List<(TotalsQuery Query, IReply<UnitTotals> Reply)> _checkedReads = [];
    private bool _giveUpAsked;

    /// <summary>Asks for exact totals. Waits a while for the unit to be in step, then is answered that it is not.</summary>
    public void Read(TotalsQuery query, IReply<UnitTotals> reply)
    {
        if (_isOver)
        {
            return;
        }

        if (_reads.Count >= MaxReads)
        {
            reply.Send(NotInStep());
            return;
        }

        _reads.Add((query, reply));
        Pump();
        if (_reads.Count > 0 && !_giveUpAsked && !_isOver)
        {
            _giveUpAsked = true;
            Emit(new Effect.WakeLater(WakeKind.ReadsGiveUp, _unit));
        }
    }

    private void GiveUpReads()
    {
        _giveUpAsked = false;
        if (_isReady && !_isStorageAway)
        {
            return;
        }

        foreach ((_, IReply<UnitTotals> reply) in _reads.Concat(_checkedReads))
        {
            reply.Send(NotInStep());
        }

        _reads.Clear();
        _checkedReads.Clear();
    }

    private UnitTotals NotInStep() => new()
    {
        Unit = _unit,
        Version = Version,
        InStep = false,
        Missing = [.. _outOfStep.Keys.Order().Take(20)],
    };

    /// <summary>True when a query is under way for them.</summary>
    private bool PumpLeafReads()
    {
        if (_isInterior || _reads.Count == 0)
        {
            return false;
        }

        if (ReadMissing(_reads.SelectMany(r => PagesNeeded.Of(r.Query))))
        {
            return true;
        }

        _checkedReads.AddRange(_reads);
        _reads.Clear();
        // Also where one process is alone with its storage: an append of an earlier activation may have been on its way still.
        if (_decisions.ChecksHead)
        {
            _journalBusy = true;
            Emit(new Effect.ReadHead());
            return true;
        }

        AnswerCheckedReads();
        return false;
    }

    /// <summary>Another activation may have written since, or opened the unit as an interior one: then this one may not answer.</summary>
    private void OnHeadChecked(UnitHead head)
    {
        _journalBusy = false;
        if (head.IsInterior || head.Sequence != _sequence)
        {
            End($"its journal is at {head.Sequence}, not at its own {_sequence}, or it is a leaf no more");
            return;
        }

        AnswerCheckedReads();
        Pump();
    }

    private void AnswerCheckedReads()
    {
        foreach ((TotalsQuery query, IReply<UnitTotals> reply) in _checkedReads)
        {
            reply.Send(ReadLeaf(query));
        }

        _checkedReads.Clear();
        TrimPages();
    }

    private UnitTotals ReadLeaf(TotalsQuery query) => new()
    {
        Unit = _unit,
        Version = Version,
        InStep = true,
        Sums = [.. query.Sums.Select(s => CellSums.Read(_ledger, s))],
        Targets = [.. query.Targets.SelectMany(t => CellSums.ReadTargets(_ledger, CellTable.Empty, t))],
    };

    private UnitTotals ReadInterior(TotalsQuery query)
    {
        CellTable own = _held[_unit].Cells;
        ChildrenCells children = new(_total, own);
        return new UnitTotals
        {
            Unit = _unit,
            Version = Version,
            InStep = true,
            Sums = [.. query.Sums.Select(s => CellSums.Read(_total, s))],
            Targets = [.. query.Targets.SelectMany(t => CellSums.ReadTargets(own, children, t))],
            Children = query.ByChild ? [.. _held.Where(h => h.Key != _unit).OrderBy(h => h.Key).Select(h => ReadChild(h.Key, h.Value, query))] : [],
        };
    }

    private static ChildTotals ReadChild(UnitId child, HeldChild held, TotalsQuery query) => new(
        child,
        held.Version,
        [.. query.Sums.Select(s => CellSums.Read(held.Cells, s))],
        [.. query.Targets.SelectMany(t => CellSums.ReadTargets(held.Cells, CellTable.Empty, t))]);
}
