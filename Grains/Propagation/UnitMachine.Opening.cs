using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>Opening: head, epoch, snapshot, journals, then in step with the interior children.</summary>
internal sealed partial class UnitMachine
{
    private bool _hasEpoch;
    private bool _hasSnapshot;
    private bool _isOpening;
    private ChildrenReading? _openingReading;

    /// <summary>Begins. Nothing is awaited: calls may come at once and wait inside.</summary>
    public void Start() => Emit(new Effect.ReadHead());

    /// <summary>Answer to <see cref="Effect.ReadHead"/>.</summary>
    public void OnHead(UnitHead head)
    {
        if (_isOver)
        {
            return;
        }

        StorageAnswered();
        if (_isOpened)
        {
            OnHeadChecked(head);
            return;
        }

        _isInterior = head.IsInterior;
        _edges = new EdgeMap(head.Edges);
        if (_isInterior)
        {
            _isOpening = true;
            Emit(new Effect.LoadSnapshot());
            Emit(_decisions.TakesEpochFirst ? _decisions.TakeEpoch() : new Effect.ReadChildren(HeldSequences()));
            return;
        }

        StartJournal(head.Sequence);
        _isOpened = true;
        _isReady = true;
        foreach (UnitId parent in _edges.Parents)
        {
            // What a leaf committed before is the parent's to read from the journal; the leaf says only what comes now.
            _parents[parent] = new ParentEdge(parent) { Acknowledged = Version };
        }

        Pump();
    }

    /// <summary>Answer to <see cref="Effect.TakeEpoch"/>: the epoch is this activation's own.</summary>
    public void OnEpoch(long epoch)
    {
        if (_isOver)
        {
            return;
        }

        StorageAnswered();
        _epoch = epoch;
        _hasEpoch = true;
        if (_openingReading is { } early)
        {
            Open(early);
            return;
        }

        ReadJournals();
    }

    /// <summary>Answer to <see cref="Effect.LoadSnapshot"/>.</summary>
    public void OnSnapshot(IReadOnlyList<HeldRecord> records)
    {
        if (_isOver || !_isOpening)
        {
            return;
        }

        foreach (HeldRecord record in records)
        {
            HeldChild held = HeldOf(record.Child);
            held.Version = record.Version;
            foreach (CellValue cell in record.Cells)
            {
                held.Cells.Set(cell.Key, cell.Amount);
            }
        }

        _hasSnapshot = true;
        ReadJournals();
    }

    private void ReadJournals()
    {
        if (_hasEpoch && _hasSnapshot && _openingReading is null)
        {
            Emit(new Effect.ReadChildren(HeldSequences()));
        }
    }

    private void OnOpeningReading(ChildrenReading reading)
    {
        if (_hasEpoch)
        {
            Open(reading);
            return;
        }

        _openingReading = reading;
        Emit(_decisions.TakeEpoch());
    }

    private void Open(ChildrenReading reading)
    {
        _isOpening = false;
        _openingReading = null;
        StartJournal(reading.Sequence);
        _edges = new EdgeMap(reading.Edges);
        foreach (UnitId parent in _edges.Parents)
        {
            _parents[parent] = new ParentEdge(parent);
        }

        HeldOf(_unit);
        foreach (LeafReading news in reading.News)
        {
            TakeNews(news);
        }

        foreach ((UnitId member, HeldChild held) in _held)
        {
            foreach (CellValue cell in held.Cells.Where(c => IsCounted(member, c.Key)))
            {
                _total.Add(cell.Key, cell.Amount);
            }
        }

        _isOpened = true;
        foreach (UnitId child in reading.Interior)
        {
            if (_decisions.MustNudge(_held.GetValueOrDefault(child)?.Version))
            {
                _outOfStep[child] = null;
            }
        }

        NudgeOutOfStep();
        BecomeReadyWhenInStep();
        Pump();
    }

    private void StartJournal(long sequence)
    {
        _sequence = sequence;
        if (sequence == 0)
        {
            _ledger.StartEmpty();
        }
    }

    private void BecomeReadyWhenInStep()
    {
        if (!_isOpened || _isReady || !_decisions.IsReady(_outOfStep.Count))
        {
            return;
        }

        _isReady = true;
        _n++;
        _readyVersion = Version;
    }

    private ImmutableDictionary<UnitId, long> HeldSequences() => _held
        .Where(h => h.Value.Version.Epoch == 0)
        .ToImmutableDictionary(h => h.Key, h => h.Value.Version.N);

    private HeldChild HeldOf(UnitId child)
    {
        if (!_held.TryGetValue(child, out HeldChild? held))
        {
            held = new HeldChild();
            _held.Add(child, held);
        }

        return held;
    }
}
