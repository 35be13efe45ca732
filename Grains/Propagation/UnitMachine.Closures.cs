using System.Collections.Immutable;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>Closed months: judged at the cut, and again by the journal, which refuses what was judged under an older revision.</summary>
internal sealed partial class UnitMachine
{
    private const int MonthsOfYear = 12;

    private ClosuresReading? _closures;
    private ClosedMonths _closed = ClosedMonths.None;
    private long _closuresAskedAt;

    /// <summary>Takes a closing or a reopening in.</summary>
    public void ChangePeriod(PeriodChange change, DateTimeOffset now, IReply<SubmitResult> reply) => Stage(
        new StagedItem
        {
            Key = _decisions.IdentityOf(new ReportKey(change.Source, change.RequestId)),
            ContentHash = change.ContentHash,
            ReceivedAt = now,
            Period = change,
        },
        reply);

    /// <summary>Answer to <see cref="Effect.ReadClosures"/>.</summary>
    public void OnClosures(ClosuresReading reading)
    {
        if (_isOver)
        {
            return;
        }

        _journalBusy = false;
        StorageAnswered();
        _closures = reading;
        _closed = new ClosedMonths(reading.Months);
        Pump();
    }

    /// <summary>Asks which months are closed, from the earliest that is reported on; false when that is known.</summary>
    /// <remarks>Who reports on a month soon reports on others: the year of it and the one before are asked for together.</remarks>
    private bool ReadClosures(List<StagedItem> items)
    {
        if (Earliest(items) is not { } earliest || _closures?.From <= earliest)
        {
            return false;
        }

        _journalBusy = true;
        _closuresAskedAt = _stagings;
        Emit(new Effect.ReadClosures(Month.FromNumber(Math.Max(Month.FirstOf(earliest.Year).Number - MonthsOfYear, Month.MinValue.Number))));
        return true;
    }

    private static Month? Earliest(List<StagedItem> items)
    {
        Month? earliest = null;
        foreach (StagedItem item in items)
        {
            foreach (Entry entry in item.Report?.Entries ?? [])
            {
                if (entry.Refusal is null && !(earliest <= entry.Month))
                {
                    earliest = entry.Month;
                }
            }
        }

        return earliest;
    }

    /// <summary>
    /// True when something is refused as closed by what was read before it was staged, and no append would notice that it is open again.
    /// What is known is forgotten then, and is read anew.
    /// </summary>
    private bool MayBeOpenAgain(List<(StagedItem Item, ImmutableArray<Violation> Violations)> refused)
    {
        bool may = refused.Exists(r => r.Item.Number > _closuresAskedAt && r.Violations.Any(v => v.Reason == Reasons.PeriodClosed));
        if (may)
        {
            ForgetClosures();
        }

        return may;
    }

    private void ForgetClosures()
    {
        _closures = null;
        _closed = ClosedMonths.None;
    }

    private void AppendPeriod(StagedItem item, PeriodChange change)
    {
        JournalReport report = new()
        {
            Sequence = _sequence + 1,
            Key = item.Key,
            ContentHash = item.ContentHash,
            ReceivedAt = item.ReceivedAt,
            Who = item.Who,
            Rows =
            [
                new JournalRow
                {
                    N = 0,
                    Kind = change.Closes ? RowKind.ClosePeriod : RowKind.ReopenPeriod,
                    Month = change.Range.From,
                    Span = change.Range.Length,
                    Source = item.Key.Source,
                    Detail = PeriodText.Write(change.By, change.Reason),
                },
            ],
        };
        Append([report], [item], [], closure: new ClosureChange(change.Range, change.Closes));
    }
}
