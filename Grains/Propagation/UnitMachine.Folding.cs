using System.Collections.Immutable;
using Units.Grains.Ledger;
using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>A committed batch becomes the unit's own: ledger, total, receipts, and what parents are to hear.</summary>
internal sealed partial class UnitMachine
{
    private void Fold(Batch batch)
    {
        HashSet<CellKey> changed = [];
        bool says = false;
        HeldChild? own = _isInterior ? _held[_unit] : null;
        foreach (JournalReport report in batch.Journal.Reports)
        {
            _ledger.Fold(report);
            FoldPlans(report);
            foreach (JournalRow row in report.Rows)
            {
                says |= row is { Kind: RowKind.RatioTarget, Detail: not null, Outcome: EntryOutcome.Accepted };
                foreach (CellValue cell in row.Cells())
                {
                    if (own is not null)
                    {
                        own.Cells.Add(cell.Key, cell.Amount);
                        _total.Add(cell.Key, cell.Amount);
                    }

                    changed.Add(cell.Key);
                }
            }
        }

        _sequence = batch.Journal.Reports[^1].Sequence;
        if (own is not null)
        {
            own.Version = new UnitVersion(0, _sequence);
            own.IsDirty = true;
        }

        TakeEdge(batch.Journal.Edge);
        if (batch.Journal.Closure is not null || batch.Journal.Edge is not null)
        {
            ForgetClosures();
        }

        RememberLeafCells(changed);

        // Other words of a target are another content, also where no figure is another.
        Stamp(changed, says || changed.Count > 0);
        CloseBatch();
        Complete(batch);
        TrimPages();
    }

    /// <summary>Drops pages beyond the bound, but none that the next batch or a waiting read has had loaded: else they would fetch them in turn for ever.</summary>
    private void TrimPages()
    {
        if (_ledger.Pages > _maxPages)
        {
            IEnumerable<PageKey> wanted = NextItems().SelectMany(i => i.Pages).Concat(_reads.Where(IsDue).SelectMany(r => r.Pages(_ledger)));

            // Of an interior unit the figures of targets are always there: their words are too once they were asked for.
            wanted = _isInterior ? wanted.Append(PageKey.Targets) : wanted;
            _ledger.Trim(_maxPages, wanted.Select(p => p.Whole()).ToHashSet());
        }
    }

    private void Complete(Batch batch)
    {
        _refused.AddRange(batch.Refused);

        // The items that have rows come first, in the order of their reports.
        ImmutableArray<JournalReport> reports = batch.Journal.Reports;
        Unstage(batch.Items.Count == reports.Length ? batch.Items : batch.Items[..reports.Length]);
        for (int i = 0; i < reports.Length; i++)
        {
            Receipt receipt = Receipts.Of(_unit, reports[i]);
            _recent.Add(receipt);
            batch.Items[i].Complete(SubmitStatus.Committed, receipt);
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
            RememberLeafCell(key);
            if (key.IsTarget)
            {
                CellKey amount = key.With(key.Aspect < Aspect.RatioTarget ? Aspect.Target : Aspect.RatioTarget);
                RememberLeafCell(amount);
                RememberLeafCell(amount.With(JournalRow.PresenceOf(amount.Aspect)));
            }
        }
    }

    private void RememberLeafCell(CellKey key) => _leafCells[key] = _ledger.Cell(key);

    private void CloseBatch()
    {
        _batch = null;
        _isFrozen = false;
    }
}
