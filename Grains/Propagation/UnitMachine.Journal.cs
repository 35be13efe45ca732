using System.Collections.Immutable;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>Group commit: what is staged goes into the next batch, one append in flight, and nothing shows before it is committed.</summary>
internal sealed partial class UnitMachine
{
    /// <summary>A batch holds whole reports up to this many entries, or one report.</summary>
    public const int MaxBatchRows = 256;

    /// <summary>Staged entries beyond which further reports are refused.</summary>
    public const int MaxStagedRows = 20_000;

    /// <summary>Staged reports beyond which further ones are refused.</summary>
    public const int MaxStagedReports = 2_000;

    /// <summary>Pages kept in memory between batches.</summary>
    public const int MaxPages = 512;

    private readonly UnitLedger _ledger = new();
    private readonly RecentReceipts _recent = new();
    private readonly List<StagedItem> _staged = [];
    private readonly List<StagedItem> _known = [];
    private int _stagedRows;
    private bool _journalBusy;
    private bool _readLast;
    private bool _isFrozen;
    private bool _isStorageAway;
    private Batch? _batch;

    /// <summary>The end of the own journal as far as it is folded.</summary>
    public long Sequence => _sequence;

    /// <summary>The ledger of the own reports.</summary>
    public UnitLedger Ledger => _ledger;

    /// <summary>What is cut and under way: the items in order, and those among them that the rules refuse.</summary>
    private sealed record Batch(JournalBatch Journal, List<StagedItem> Items, List<(StagedItem Item, ImmutableArray<Violation> Violations)> Refused);

    /// <summary>Takes a report in.</summary>
    public void Submit(Report report, DateTimeOffset now, IReply<SubmitResult> reply) => Stage(
        new StagedItem
        {
            Key = _decisions.IdentityOf(new ReportKey(report.Source, report.Id)),
            ContentHash = report.ContentHash,
            ReceivedAt = now,
            Report = report,
        },
        reply);

    /// <summary>Takes a target in.</summary>
    public void Assign(TargetAssignment target, DateTimeOffset now, IReply<SubmitResult> reply) => Stage(
        new StagedItem
        {
            Key = _decisions.IdentityOf(new ReportKey(target.Source, target.RequestId)),
            ContentHash = target.ContentHash,
            ReceivedAt = now,
            Target = target,
        },
        reply);

    /// <summary>Takes a move in: from the edge's month on, another parent. Refused where anything is reported at or after it.</summary>
    public void Move(ReportKey key, ImmutableArray<byte> contentHash, UnitEdge edge, DateTimeOffset now, IReply<SubmitResult> reply) => Stage(
        new StagedItem { Key = _decisions.IdentityOf(key), ContentHash = contentHash, ReceivedAt = now, Move = edge },
        reply);

    /// <summary>The receipt of a report that is recent; of one that is staged once it is decided. False where the journal must be asked.</summary>
    public bool TryRecall(ReportKey key, IReply<SubmitResult> reply)
    {
        if (_recent.Find(key) is { } receipt)
        {
            reply.Send(new SubmitResult(SubmitStatus.Repeated, receipt, []));
            return true;
        }

        if (_staged.Find(s => s.Key == key) is not { } staged)
        {
            return false;
        }

        staged.Await(reply, staged.ContentHash);
        return true;
    }

    /// <summary>Storage did not answer: whoever waits is told so, and what was not sent is dropped.</summary>
    public void OnStorageAway()
    {
        if (_isOver)
        {
            return;
        }

        _isStorageAway = true;
        SubmitResult unavailable = SubmitResult.Of(SubmitStatus.Unavailable);
        foreach (StagedItem item in _staged)
        {
            item.Fail(unavailable);
        }

        _staged.RemoveAll(item => _batch?.Items.Contains(item) != true);
        _stagedRows = _staged.Sum(s => s.Rows);
        GiveUpReads();
    }

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
                batch.Items.ForEach(i => i.Fail(SubmitResult.Of(SubmitStatus.Unavailable)));
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
            default:
                Fold(batch);
                break;
        }

        StorageAnswered();
        Pump();
    }

    /// <summary>Answer to <see cref="Effect.FindReceipts"/>.</summary>
    public void OnReceipts(ImmutableArray<Receipt> receipts)
    {
        if (_isOver)
        {
            return;
        }

        _journalBusy = false;
        StorageAnswered();
        foreach (Receipt receipt in receipts)
        {
            ReportKey key = new(receipt.Source, receipt.Report);
            if (_known.Find(i => i.Key == key) is { } item)
            {
                _recent.Add(key, receipt);
                item.Complete(SubmitStatus.Repeated, receipt);
                Unstage([item]);
            }
        }

        _known.Clear();
        Pump();
    }

    /// <summary>Answer to <see cref="Effect.ReadPages"/>.</summary>
    public void OnPages(IReadOnlyCollection<PageKey> pages, PageReading reading)
    {
        if (_isOver)
        {
            return;
        }

        _journalBusy = false;
        StorageAnswered();
        if (reading.Sequence != _sequence)
        {
            End($"its journal is at {reading.Sequence}, not at its own {_sequence}: another activation writes");
            return;
        }

        _ledger.Load(pages, reading);
        Pump();
    }

    private void Stage(StagedItem item, IReply<SubmitResult> reply)
    {
        if (_isOver)
        {
            return;
        }

        if (_recent.Find(item.Key) is { } first)
        {
            bool isSame = first.ContentHash.AsSpan().SequenceEqual(item.ContentHash.AsSpan());
            reply.Send(new SubmitResult(isSame ? SubmitStatus.Repeated : SubmitStatus.OtherContent, first, []));
            return;
        }

        if (_staged.Find(s => s.Key == item.Key) is { } staged)
        {
            staged.Await(reply, item.ContentHash);
            return;
        }

        if (_isStorageAway)
        {
            reply.Send(SubmitResult.Of(SubmitStatus.Unavailable));
            return;
        }

        if (_staged.Count > 0 && (_stagedRows + item.Rows > MaxStagedRows || _staged.Count >= MaxStagedReports))
        {
            reply.Send(SubmitResult.Of(SubmitStatus.QueueFull));
            return;
        }

        item.Await(reply, item.ContentHash);
        _staged.Add(item);
        _stagedRows += item.Rows;
        if (_decisions.AcknowledgesBeforeAppend && item.Report is { } report)
        {
            JournalReport promised = new()
            {
                Sequence = _sequence + 1,
                Key = item.Key,
                ContentHash = report.ContentHash,
                ReceivedAt = item.ReceivedAt,
                Rows = [],
            };
            item.Complete(SubmitStatus.Committed, Receipts.Of(_unit, promised));
        }

        Pump();
    }

    private void PumpJournal()
    {
        if (_journalBusy || _batch is not null)
        {
            return;
        }

        if (_known.Count > 0)
        {
            _journalBusy = true;
            Emit(new Effect.FindReceipts([.. _known.Select(i => i.Key)]));
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
        while (_staged.Count > 0 && _batch is null && !_journalBusy && !_isOver)
        {
            if (_staged[0].Move is { } edge)
            {
                PlanMove(_staged[0], edge);
                return;
            }

            List<StagedItem> items = NextItems();
            if (!ReadMissing(items.SelectMany(i => i.Pages)))
            {
                Cut(items);
            }
        }
    }

    private List<StagedItem> NextItems()
    {
        List<StagedItem> items = [];
        int rows = 0;
        foreach (StagedItem item in _staged)
        {
            rows += item.Rows;
            if (item.Move is not null || (items.Count > 0 && rows > MaxBatchRows))
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
        ImmutableArray<PageKey> missing = [.. PageKey.Widest(pages).Where(p => !_ledger.Has(p))];
        if (missing.IsEmpty)
        {
            return false;
        }

        _journalBusy = true;
        Emit(new Effect.ReadPages(missing));
        return true;
    }

    private void Cut(List<StagedItem> items)
    {
        LedgerDraft draft = _ledger.Draft();
        List<JournalReport> reports = [];
        List<StagedItem> cut = [];
        List<(StagedItem Item, ImmutableArray<Violation> Violations)> refused = [];
        foreach (StagedItem item in items)
        {
            LedgerDraft on = _decisions.DraftFor(draft, _ledger);
            long sequence = _sequence + reports.Count + 1;
            CutReport result = item.Report is { } report
                ? on.Cut(report, sequence, item.ReceivedAt)
                : on.Cut(item.Target!, sequence, item.ReceivedAt);
            if (result.Report is { } rows)
            {
                reports.Add(rows with { Key = item.Key });
                cut.Add(item);
            }
            else
            {
                refused.Add((item, result.Violations));
            }
        }

        if (reports.Count == 0)
        {
            Refuse(refused);
            return;
        }

        Append([.. reports], cut, refused, null);
    }

    private void Append(
        ImmutableArray<JournalReport> reports, List<StagedItem> items,
        List<(StagedItem Item, ImmutableArray<Violation> Violations)> refused, EdgeChange? edge)
    {
        JournalBatch journal = new()
        {
            Unit = _unit,
            Epoch = _decisions.AppendEpoch(_epoch),
            BatchId = _newBatchId(),
            Reports = reports,
            Edge = edge,
        };
        _batch = new Batch(journal, [.. items, .. refused.Select(r => r.Item)], refused);
        Emit(_decisions.Append(journal));
    }

    private void AppendAgain()
    {
        if (_batch is { } batch)
        {
            Emit(_decisions.Append(batch.Journal));
        }
    }

    private void Fold(Batch batch)
    {
        HashSet<CellKey> changed = [];
        HeldChild? own = _isInterior ? _held[_unit] : null;
        foreach (JournalReport report in batch.Journal.Reports)
        {
            _ledger.Fold(report);
            foreach (CellValue cell in report.Rows.SelectMany(r => r.Cells()))
            {
                own?.Cells.Add(cell.Key, cell.Amount);
                if (own is not null)
                {
                    _total.Add(cell.Key, cell.Amount);
                }

                changed.Add(cell.Key);
            }
        }

        _sequence = batch.Journal.Reports[^1].Sequence;
        if (own is not null)
        {
            own.Version = new UnitVersion(0, _sequence);
            own.IsDirty = true;
        }

        TakeEdge(batch.Journal.Edge);
        RememberLeafCells(changed);
        Stamp(changed);
        CloseBatch();
        Complete(batch);
        TrimPages();
    }

    private void TrimPages() => _ledger.Trim(MaxPages, ImmutableHashSet<PageKey>.Empty);

    private void Complete(Batch batch)
    {
        Refuse(batch.Refused);
        Dictionary<ReportKey, JournalReport> reports = batch.Journal.Reports.ToDictionary(r => r.Key);
        Unstage(batch.Items);
        foreach (StagedItem item in batch.Items)
        {
            if (reports.TryGetValue(item.Key, out JournalReport? report))
            {
                Receipt receipt = Receipts.Of(_unit, report);
                _recent.Add(item.Key, receipt);
                item.Complete(SubmitStatus.Committed, receipt);
            }
        }
    }

    private void RememberLeafCells(HashSet<CellKey> changed)
    {
        if (_isInterior)
        {
            return;
        }

        foreach (CellKey key in changed)
        {
            _leafCells.Set(key, _ledger.Cell(key));
            if (key.IsTarget)
            {
                CellKey amount = key.With(key.Aspect < Aspect.RatioTarget ? Aspect.Target : Aspect.RatioTarget);
                _leafCells.Set(amount, _ledger.Cell(amount));
                _leafCells.Set(amount.With(JournalRow.PresenceOf(amount.Aspect)), _ledger.Cell(amount.With(JournalRow.PresenceOf(amount.Aspect))));
            }
        }
    }

    private void Refuse(List<(StagedItem Item, ImmutableArray<Violation> Violations)> refused)
    {
        Unstage(refused.Select(r => r.Item));
        foreach ((StagedItem item, ImmutableArray<Violation> violations) in refused)
        {
            item.Fail(new SubmitResult(SubmitStatus.Refused, null, violations));
        }
    }

    private void CloseBatch()
    {
        _batch = null;
        _isFrozen = false;
    }

    private void Unstage(IEnumerable<StagedItem> items)
    {
        HashSet<StagedItem> gone = [.. items];
        _staged.RemoveAll(gone.Contains);
        _stagedRows = _staged.Sum(s => s.Rows);
    }

    private void StorageAnswered() => _isStorageAway = false;
}
