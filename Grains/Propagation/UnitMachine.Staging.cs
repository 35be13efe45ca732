using System.Collections.Immutable;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>What waits for a batch: reports, targets and moves, each once under its id, within bounds; and what is known of earlier ones.</summary>
internal sealed partial class UnitMachine
{
    /// <summary>Staged entries beyond which further reports are refused.</summary>
    public const int MaxStagedRows = 20_000;

    /// <summary>Staged reports beyond which further ones are refused.</summary>
    public const int MaxStagedReports = 2_000;

    /// <summary>Repetitions of one staged report that wait for it; further ones are refused.</summary>
    public const int MaxWaiting = 1_000;

    private readonly RecentReceipts _recent;
    private readonly List<StagedItem> _staged = [];
    private readonly Dictionary<ReportKey, StagedItem> _stagedByKey = [];
    private readonly List<StagedItem> _known = [];
    private readonly List<(StagedItem Item, ImmutableArray<Violation> Violations)> _refused = [];
    private int _stagedRows;
    private long _stagings;
    private bool _isStorageAway;

    /// <summary>Entries that are staged, those under way to the journal included.</summary>
    public int StagedRows => _stagedRows;

    /// <summary>Takes a report in.</summary>
    public void Submit(Report report, DateTimeOffset now, IReply<SubmitResult> reply) => SubmitMany([report], now, [reply]);

    /// <summary>Takes reports in, in this order. One that finds no room keeps those after it out too, else they would overtake it.</summary>
    public void SubmitMany(IReadOnlyList<Report> reports, DateTimeOffset now, IReadOnlyList<IReply<SubmitResult>> replies)
    {
        SubmitResult? noRoom = null;
        for (int i = 0; i < reports.Count && !_isOver; i++)
        {
            if (noRoom is not null)
            {
                replies[i].Send(noRoom);
                continue;
            }

            Report report = reports[i];
            StagedItem item = new()
            {
                Key = _decisions.IdentityOf(new ReportKey(report.Source, report.Id)),
                ContentHash = report.ContentHash,
                ReceivedAt = now,
                Report = report,
            };
            noRoom = TryStage(item, replies[i]);
        }

        Pump();
    }

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

        if (!_stagedByKey.TryGetValue(key, out StagedItem? staged))
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

        HashSet<StagedItem> underWay = [.. _batch?.Items ?? []];
        Unstage(_staged.FindAll(item => !underWay.Contains(item)));
        GiveUpReads();
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
            if (_known.Concat(_refused.Select(r => r.Item)).FirstOrDefault(i => i.Key == key) is { } item)
            {
                _recent.Add(receipt);
                item.Complete(SubmitStatus.Repeated, receipt);
                Unstage([item]);
            }
        }

        _known.Clear();
        Refuse([.. _refused.Where(r => _staged.Contains(r.Item))]);
        _refused.Clear();
        Pump();
    }

    private void Stage(StagedItem item, IReply<SubmitResult> reply)
    {
        if (!_isOver)
        {
            TryStage(item, reply);
            Pump();
        }
    }

    /// <summary>Stages an item, or answers it at once. What is returned is the answer where there was no room for it.</summary>
    private SubmitResult? TryStage(StagedItem item, IReply<SubmitResult> reply)
    {
        if (_recent.Find(item.Key) is { } first)
        {
            item.Await(reply, item.ContentHash);
            item.Complete(SubmitStatus.Repeated, first);
            return null;
        }

        if (_stagedByKey.TryGetValue(item.Key, out StagedItem? staged))
        {
            if (staged.WaitingCount >= MaxWaiting)
            {
                return NoRoom(SubmitStatus.QueueFull, reply);
            }

            staged.Await(reply, item.ContentHash);
            return null;
        }

        if (_isStorageAway)
        {
            return NoRoom(SubmitStatus.Unavailable, reply);
        }

        if (_staged.Count > 0 && (_stagedRows + item.Rows > MaxStagedRows || _staged.Count >= MaxStagedReports))
        {
            return NoRoom(SubmitStatus.QueueFull, reply);
        }

        item.Await(reply, item.ContentHash);
        item.Number = ++_stagings;
        _staged.Add(item);
        _stagedByKey.Add(item.Key, item);
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

        return null;
    }

    private static SubmitResult NoRoom(SubmitStatus status, IReply<SubmitResult> reply)
    {
        SubmitResult result = SubmitResult.Of(status);
        reply.Send(result);
        return result;
    }

    /// <summary>Drops what nobody waits for any more, so that a queue of calls that have run out of time is not written for no one.</summary>
    private void DropAbandoned()
    {
        if (_staged.Exists(static item => item.IsAbandoned))
        {
            List<StagedItem> abandoned = _staged.FindAll(static item => item.IsAbandoned);
            Unstage(abandoned);
            abandoned.ForEach(item => item.Fail(SubmitResult.Of(SubmitStatus.Unavailable)));
        }
    }

    private void Refuse(List<(StagedItem Item, ImmutableArray<Violation> Violations)> refused)
    {
        Unstage([.. refused.Select(r => r.Item)]);
        foreach ((StagedItem item, ImmutableArray<Violation> violations) in refused)
        {
            item.Fail(new SubmitResult(SubmitStatus.Refused, null, violations));
        }
    }

    private void Unstage(List<StagedItem> items)
    {
        foreach (StagedItem item in items)
        {
            item.IsGone = true;

            // It may have gone before, and its id have come again.
            if (_stagedByKey.TryGetValue(item.Key, out StagedItem? staged) && staged == item)
            {
                _stagedByKey.Remove(item.Key);
                _stagedRows -= item.Rows;
            }
        }

        _staged.RemoveAll(static item => item.IsGone);
    }

    private void StorageAnswered() => _isStorageAway = false;
}
