using System.Collections.Immutable;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>
/// Exact reads, and watches, which are reads that wait for a newer version: of an interior unit from memory, in a confirmed round;
/// of a leaf from its ledger, after a look at its journal's end.
/// </summary>
internal sealed partial class UnitMachine
{
    /// <summary>Reads and watches that may wait; further ones are told to come again.</summary>
    public const int MaxReads = 1_000;

    private readonly List<WaitingRead> _reads = [];
    private readonly List<WaitingRead> _checkedReads = [];
    private readonly ChildAnswers _childAnswers = new();
    private bool _readsWaitAsked;

    /// <summary>Asks for exact totals. Waits a while for the unit to be in step, then is answered that it is not.</summary>
    public void Read(TotalsQuery query, IReply<UnitTotals> reply) => Watch(new WatchQuery([query], null), new OnePartReply(reply));

    /// <summary>Asks for exact totals newer than a version. Waits a while for them, then is answered that there are none yet.</summary>
    public void Watch(WatchQuery query, IReply<WatchReading> reply)
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

        _reads.Add(new WaitingRead(query, reply));
        Pump();
        AskReadsWait();
    }

    private void AskReadsWait()
    {
        if (_reads.Count > 0 && !_readsWaitAsked && !_isOver)
        {
            _readsWaitAsked = true;
            Emit(new Effect.WakeLater(WakeKind.ReadsWaited, _unit));
        }
    }

    /// <summary>They have waited long enough: that the unit is not in step, or that nothing is newer, is now the answer.</summary>
    private void EndReadsWait()
    {
        _readsWaitAsked = false;
        GiveUpReads();
        foreach (WaitingRead read in _reads)
        {
            read.HasWaited = true;
        }
    }

    private void GiveUpReads()
    {
        if (_isReady && !_isStorageAway)
        {
            return;
        }

        foreach (WaitingRead read in _reads.Concat(_checkedReads))
        {
            read.Reply.Send(NotInStep());
        }

        _reads.Clear();
        _checkedReads.Clear();
    }

    private WatchReading NotInStep() => new()
    {
        Unit = _unit,
        Version = Version,
        InStep = false,
        Missing = [.. _outOfStep.Keys.Order().Take(20)],
    };

    private bool IsDue(WaitingRead read) => read.HasWaited || read.Query.NewerThan is not { } known || Version > known;

    private bool CanAnswer(WaitingRead read) => IsDue(read) && (!_isInterior || !read.AsksForTargets || _ledger.Has(PageKey.Targets));

    /// <summary>An interior unit has all figures in memory, but the words of its targets only from its ledger. True when a query is under way for them.</summary>
    private bool PumpStatedTargets() => _isInterior && _reads.Exists(read => IsDue(read) && !CanAnswer(read)) && ReadMissing([PageKey.Targets]);

    /// <summary>Those that can be answered now; whoever has gone is let go.</summary>
    private List<WaitingRead> TakeDueReads()
    {
        foreach (WaitingRead gone in _reads.FindAll(r => r.Reply.IsAbandoned))
        {
            _reads.Remove(gone);
            gone.Reply.Send(NotInStep());
        }

        List<WaitingRead> due = _reads.FindAll(CanAnswer);
        _reads.RemoveAll(CanAnswer);
        return due;
    }

    private WatchReading Answer(WatchQuery query, Func<TotalsQuery, UnitTotals> read) => new()
    {
        Unit = _unit,
        Version = Version,
        InStep = true,
        Parts = query.NewerThan >= Version ? [] : [.. query.Parts.Select(read)],
    };

    /// <summary>True when a query is under way for them.</summary>
    private bool PumpLeafReads()
    {
        if (_isInterior || _reads.Count == 0 || !_reads.Exists(IsDue))
        {
            return false;
        }

        if (ReadMissing(_reads.Where(IsDue).SelectMany(r => r.Pages(_ledger))))
        {
            return true;
        }

        _checkedReads.AddRange(TakeDueReads());
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
        foreach (WaitingRead read in _checkedReads)
        {
            read.Reply.Send(Answer(read.Query, ReadLeaf));
        }

        _checkedReads.Clear();
        TrimPages();
    }

    private UnitTotals ReadLeaf(TotalsQuery query) => new()
    {
        Unit = _unit,
        Version = Version,
        InStep = true,
        Sums = ReadSums(_ledger, query.Sums),
        Targets = [.. query.Targets.SelectMany(new TargetReader(_ledger, CellTable.Empty, _ledger).Read).Select(WithWords)],
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
            Sums = ReadSums(_total, query.Sums),
            Targets = [.. query.Targets.SelectMany(new TargetReader(own, children, _total).Read).Select(WithWords)],
            Own = query.ByChild ? ReadChild(_unit, _held[_unit], query) : null,
            Children = query.ByChild ? _childAnswers.Read(query, [.. _held.Where(h => h.Key != _unit)], ReadChild) : [],
        };
    }

    private TargetReading WithWords(TargetReading target) =>
        target.IsOwn ? target with { Stated = _ledger.Stated(new TargetKey(target.Indicator, target.Range, target.Tier)) } : target;

    private static ImmutableArray<SumReading> ReadSums(ICells cells, ImmutableArray<SumQuery> queries)
    {
        ImmutableArray<SumReading>.Builder sums = ImmutableArray.CreateBuilder<SumReading>(queries.Length);
        foreach (SumQuery query in queries)
        {
            sums.Add(CellSums.Read(cells, query));
        }

        return sums.MoveToImmutable();
    }

    private static ImmutableArray<Month?> ReadStated(CellTable cells, ImmutableArray<SumQuery> queries) =>
        queries.IsDefaultOrEmpty ? [] : [.. queries.Select(query => CellSums.LastStated(cells, query))];

    private static ChildTotals ReadChild(UnitId child, HeldChild held, TotalsQuery query) => !query.ChildSums.IsDefault
        ? new ChildTotals(child, held.Version, ReadSums(held.Cells, query.ChildSums), []) { Stated = ReadStated(held.Cells, query.ChildStated) }
        : new ChildTotals(child, held.Version, ReadSums(held.Cells, query.Sums),
        [.. query.Targets.SelectMany(new TargetReader(held.Cells, CellTable.Empty, held.Cells).Read)]);
}
