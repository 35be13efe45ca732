using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>
/// One activation of a unit, without clock, I/O or Orleans: calls and answers go in, effects come out. The grain drives it
/// with real storage and real calls, the simulator with faults; both run the same code.
/// </summary>
/// <remarks>Not thread-safe: one turn at a time, as grains run. After <see cref="Effect.Deactivate"/> it ignores whatever comes.</remarks>
internal sealed partial class UnitMachine
{
    /// <summary>A record of more cells is not kept, since it would be over a megabyte: its child is asked again instead.</summary>
    public const int MaxSnapshotCells = 30_000;

    private readonly UnitId _unit;
    private readonly bool _alone;
    private readonly Decisions _decisions;
    private readonly Func<Guid> _newBatchId;
    private readonly Queue<Effect> _effects = new();
    private readonly Dictionary<UnitId, HeldChild> _held = [];
    private readonly Dictionary<UnitId, ParentEdge> _parents = [];
    private readonly CellTable _total = new();
    private EdgeMap _edges = EdgeMap.Root;
    private long _epoch;
    private long _n;
    private long _sequence;
    private bool _isInterior;
    private bool _isOpened;
    private bool _isReady;
    private bool _isOver;

    /// <summary>A machine for a new activation; begin with <see cref="Start"/>.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="alone">True when no other process can write the storage: confirmations are then needless.</param>
    /// <param name="decisions">The rules; <see cref="Decisions.Product"/> but in tests.</param>
    /// <param name="newBatchId">Makes ids of batches, never the same twice.</param>
    /// <param name="maxPages">Pages of the ledger kept in memory between batches.</param>
    public UnitMachine(UnitId unit, bool alone, Decisions decisions, Func<Guid> newBatchId, int maxPages = MaxPages)
    {
        _maxPages = maxPages;
        _unit = unit;
        _recent = new RecentReceipts(unit);
        _alone = alone;
        _decisions = decisions;
        _newBatchId = newBatchId;
    }

    /// <summary>The unit.</summary>
    public UnitId Unit => _unit;

    /// <summary>The version of the total as it is now; for a leaf the end of its journal.</summary>
    public UnitVersion Version => _isInterior ? new UnitVersion(_epoch, _n) : new UnitVersion(0, _sequence);

    /// <summary>True once reports are taken in and children heard.</summary>
    public bool IsOpened => _isOpened;

    /// <summary>True once exact totals can be read.</summary>
    public bool IsReady => _isReady;

    /// <summary>True for a unit that has or had children.</summary>
    public bool IsInterior => _isInterior;

    /// <summary>True after the activation ended itself.</summary>
    public bool IsOver => _isOver;

    /// <summary>The total of an interior unit: the sum over all that it holds.</summary>
    public CellTable Total => _total;

    /// <summary>What an interior unit holds of each child, and of its own journal under its own id.</summary>
    public IReadOnlyDictionary<UnitId, HeldChild> Held => _held;

    /// <summary>The parents by month.</summary>
    public EdgeMap Edges => _edges;

    /// <summary>Takes the next thing that the host is to do.</summary>
    public bool TryTakeEffect([NotNullWhen(true)] out Effect? effect) => _effects.TryDequeue(out effect);

    /// <summary>What changed of the held records since the last call, for the snapshot.</summary>
    public ImmutableArray<HeldRecord> TakeChangedRecords()
    {
        List<HeldRecord> changed = [];
        foreach ((UnitId child, HeldChild held) in _held)
        {
            bool isKept = held.IsDirty && held.Cells.Count <= MaxSnapshotCells;
            held.IsDirty = false;
            if (isKept)
            {
                changed.Add(new HeldRecord(child, held.Version, [.. held.Cells]));
            }
        }

        return [.. changed];
    }

    /// <summary>A defect broke a turn: nothing of this activation may be pushed, answered or kept any more.</summary>
    public void Abandon()
    {
        _isOver = true;
        _effects.Clear();
        foreach (HeldChild held in _held.Values)
        {
            held.IsDirty = false;
        }
    }

    /// <summary>A wait that <see cref="Effect.WakeLater"/> asked for is over.</summary>
    public void Wake(WakeKind kind, UnitId parent)
    {
        if (_isOver)
        {
            return;
        }

        switch (kind)
        {
            case WakeKind.PushGap or WakeKind.PushAgain:
                if (_parents.TryGetValue(parent, out ParentEdge? edge))
                {
                    edge.Resting = false;
                }

                break;
            case WakeKind.NudgeAgain:
                NudgeOutOfStep();
                break;
            case WakeKind.AppendAgain:
                AppendAgain();
                break;
            case WakeKind.ReadsWaited:
                EndReadsWait();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of wait.");
        }

        Pump();
    }

    private void Emit(Effect effect) => _effects.Enqueue(effect);

    private void End(string reason)
    {
        _isOver = true;
        _effects.Clear();
        Emit(new Effect.Deactivate(reason));
    }

    /// <summary>Does whatever can be done now. Runs at the end of every call and answer.</summary>
    private void Pump()
    {
        if (_isOver || !_isOpened)
        {
            return;
        }

        PumpChildren();
        PumpJournal();
        if (!_isOver)
        {
            PumpRound();
        }
    }
}
