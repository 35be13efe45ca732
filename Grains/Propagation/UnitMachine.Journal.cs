using System.Collections.Immutable;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>Group commit: what is staged goes into the next batch, one append in flight, and nothing shows before it is committed.</summary>
internal sealed partial class UnitMachine
{
    /// <summary>A batch holds whole reports up to this many entries, or one report.</summary>
    public const int MaxBatchRows = 256;

    /// <summary>Pages kept in memory between batches.</summary>
    public const int MaxPages = 512;

    private readonly int _maxPages;

    private readonly UnitLedger _ledger = new();
    private bool _journalBusy;
    private bool _readLast;
    private bool _isFrozen;
    private Batch? _batch;

    /// <summary>The end of the own journal as far as it is folded.</summary>
    public long Sequence => _sequence;

    /// <summary>The ledger of the own reports.</summary>
    public UnitLedger Ledger => _ledger;

    /// <summary>What is cut and under way: the items in order, and those among them that the rules refuse.</summary>
    private sealed record Batch(JournalBatch Journal, List<StagedItem> Items, List<(StagedItem Item, ImmutableArray<Violation> Violations)> Refused);

    /// <summary>Answer to <see cref="Effect.Append"/>.</summary>
    public void OnAppended(AppendOutcome outcome)
    {
        if (_isOver || _batch is not { } batch)
        {
            return;
        }

        switch (outcome.Status)
        {
            case AppendStatus.Unknown when _decisions.RetriesUnknown:
                OnStorageAway();
                Emit(new Effect.WakeLater(WakeKind.AppendAgain, _unit));
                return;
            case AppendStatus.Unknown:
                CloseBatch();
                batch.Items.ForEach(static i => i.Fail(SubmitResult.Of(SubmitStatus.Unavailable)));
                Unstage(batch.Items);
                break;
            case AppendStatus.Conflict:
                End($"another batch is at {batch.Journal.After + 1}, or epoch {_epoch} is over");
                return;
            case AppendStatus.Repeated:
                CloseBatch();
                _known.AddRange(batch.Items.Where(i => outcome.Repeated.Contains(i.Key)));
                break;
            case AppendStatus.TreeChanged:
                CloseBatch();
                break;
            case AppendStatus.ClosuresChanged:
                ForgetClosures();
                CloseBatch();
                break;
            default:
                Fold(batch);
                break;
        }

        StorageAnswered();
        Pump();
    }

    /// <summary>Answer to <see cref="Effect.ReadPages"/>.</summary>
    public void OnPages(IReadOnlyCollection<PageKey> pages, PageReading reading)
    {
        if (ReadAsOurs(reading.Sequence))
        {
            _ledger.Load(pages, reading);
            Pump();
        }
    }

    /// <summary>The journal answered a question. False where that is too late, or where it has gone on without us.</summary>
    private bool ReadAsOurs(long sequence)
    {
        if (_isOver)
        {
            return false;
        }

        _journalBusy = false;
        StorageAnswered();
        if (sequence != _sequence)
        {
            End($"its journal is at {sequence}, not at its own {_sequence}: another activation writes");
            return false;
        }

        return true;
    }

    private void PumpJournal()
    {
        if (_journalBusy || _batch is not null)
        {
            return;
        }

        if (_known.Count + _refused.Count > 0)
        {
            FindReceipts();
            return;
        }

        if (PumpStatedTargets())
        {
            return;
        }

        // In turn: neither may reads keep reports waiting for ever, nor reports reads.
        bool readsFirst = !_readLast || _staged.Count == 0;
        _readLast = readsFirst && PumpLeafReads();
        if (_readLast)
        {
            return;
        }

        PumpStaged();
        if (!readsFirst && !_journalBusy && _batch is null && !_isOver)
        {
            _readLast = PumpLeafReads();
        }
    }

    private void PumpStaged()
    {
        DropAbandoned();
        while (_staged.Count > 0 && _batch is null && !_journalBusy && !_isOver)
        {
            if (_staged[0].Move is { } edge)
            {
                PlanMove(_staged[0], edge);
                return;
            }

            if (_staged[0].Period is { } period)
            {
                AppendPeriod(_staged[0], period);
                return;
            }

            List<StagedItem> items = NextItems();
            if (!ReadMissing(items.SelectMany(i => i.Pages)) && !ReadPlans(items) && !ReadClosures(items))
            {
                Cut(items);
            }
        }
    }

    /// <summary>What the rules refuse today may be durable from a day on which they did not: then its first receipt is the answer.</summary>
    private void FindReceipts()
    {
        _journalBusy = true;
        Emit(new Effect.FindReceipts([.. _known.Concat(_refused.Select(r => r.Item)).Select(i => i.Key)]));
    }

    private List<StagedItem> NextItems()
    {
        List<StagedItem> items = [];
        int rows = 0;
        foreach (StagedItem item in _staged)
        {
            rows += item.Rows;
            if (item.IsAlone || (items.Count > 0 && rows > MaxBatchRows))
            {
                break;
            }

            items.Add(item);
        }

        return items;
    }

    /// <summary>Asks for the pages that are not in memory; false when all are.</summary>
    private bool ReadMissing(IEnumerable<PageKey> pages)
    {
        List<PageKey>? missing = null;
        foreach (PageKey page in pages)
        {
            if (!_ledger.TryOpen(page))
            {
                (missing ??= []).Add(page);
            }
        }

        if (missing is null)
        {
            return false;
        }

        _journalBusy = true;
        Emit(new Effect.ReadPages([.. PageKey.Widest(missing)]));
        return true;
    }

    private void Cut(List<StagedItem> items)
    {
        LedgerDraft draft = _ledger.Draft(_closed, _plans);
        List<JournalReport> reports = [];
        List<StagedItem> cut = [];
        List<(StagedItem Item, ImmutableArray<Violation> Violations)> refused = [];
        foreach (StagedItem item in items)
        {
            LedgerDraft on = _decisions.DraftFor(draft, _ledger);
            long sequence = _sequence + reports.Count + 1;
            CutReport result = item switch
            {
                { Report: { } report } => on.Cut(report, sequence, item.ReceivedAt),
                { Step: { } step } => on.Cut(step, sequence, item.ReceivedAt),
                { Allotment: { } allotment } => on.Cut(allotment, sequence, item.ReceivedAt),
                _ => on.Cut(item.Target!, sequence, item.ReceivedAt),
            };
            if (result.Report is { } rows)
            {
                reports.Add(rows with { Key = item.Key, Who = item.Who });
                cut.Add(item);
            }
            else
            {
                refused.Add((item, result.Violations));
            }
        }

        if (reports.Count == 0 && MayBeOpenAgain(refused))
        {
            return;
        }

        if (reports.Count == 0)
        {
            _refused.AddRange(refused);
            FindReceipts();
            return;
        }

        Append([.. reports], cut, refused);
    }

    private void Append(
        ImmutableArray<JournalReport> reports, List<StagedItem> items,
        List<(StagedItem Item, ImmutableArray<Violation> Violations)> refused, EdgeChange? edge = null,
        ClosureChange? closure = null)
    {
        JournalBatch journal = new()
        {
            Unit = _unit,
            Epoch = _decisions.AppendEpoch(_epoch),
            BatchId = _newBatchId(),
            Reports = reports,
            Edge = edge,
            Closure = closure,
            ClosuresRevision = items.Exists(i => i.Report is not null) ? _decisions.ClosuresRevision(_closures?.Revision) : null,
        };
        _batch = new Batch(journal, refused.Count == 0 ? items : [.. items, .. refused.Select(r => r.Item)], refused);
        Emit(_decisions.Append(journal));
    }

    private void AppendAgain()
    {
        if (_batch is { } batch)
        {
            Emit(_decisions.Append(batch.Journal));
        }
    }
}
