using Units.Grains.Propagation;
using Units.Grains.Storage;

namespace Units.Simulation;

/// <summary>Appends, with the conditions of the journal's contract.</summary>
internal sealed partial class SimStore
{
    /// <summary>Appends a batch or refuses it whole.</summary>
    /// <param name="append">The batch; a planted bug's has rules of its own.</param>
    /// <param name="writerEpoch">The epoch that the writer believes to be its own, for the invariant on stale ones.</param>
    public AppendOutcome Append(Effect.Append append, long writerEpoch)
    {
        JournalBatch batch = append.Batch;
        UnitRecord unit = this[batch.Unit];
        if (unit.Reports.Count > batch.After && unit.Batches[(int)batch.After] == batch.BatchId)
        {
            return AppendOutcome.Committed;
        }

        if (append is PerRowAppend)
        {
            return AppendWhatIsFree(unit, batch, writerEpoch);
        }

        // −1 stands for a statement without the condition: a planted bug's.
        if ((batch.Epoch >= 0 && batch.Epoch != unit.Epoch) || unit.Reports.Count != batch.After)
        {
            return AppendOutcome.Conflict;
        }

        if (batch.Reports.Any(r => unit.Known.ContainsKey(r.Key)))
        {
            return new AppendOutcome(AppendStatus.Repeated, [.. batch.Reports.Select(r => r.Key).Where(unit.Known.ContainsKey)]);
        }

        if (batch.ClosuresRevision is { } judged && judged != _closuresRevision)
        {
            return AppendOutcome.ClosuresChanged;
        }

        if (batch.Edge is { } change && change.TreeRevision != _revision)
        {
            return AppendOutcome.TreeChanged;
        }

        foreach (JournalReport report in batch.Reports)
        {
            Commit(unit, batch, report, writerEpoch);
        }

        if (batch.Edge is { } edge)
        {
            faults.Count(Fault.MoveCommitted);
            Write(unit, edge.Edge);
            _closuresRevision++;
        }

        if (batch.Closure is { } closure)
        {
            Write(unit, batch.Reports[0], closure);
        }

        return AppendOutcome.Committed;
    }

    /// <summary>The planted bug: rows that are taken are skipped, and all is said to be well.</summary>
    private AppendOutcome AppendWhatIsFree(UnitRecord unit, JournalBatch batch, long writerEpoch)
    {
        if (batch.Epoch != unit.Epoch || batch.Edge is not null)
        {
            return AppendOutcome.Conflict;
        }

        foreach (JournalReport report in batch.Reports)
        {
            if (report.Sequence == unit.Reports.Count + 1 && !unit.Known.ContainsKey(report.Key))
            {
                Commit(unit, batch, report, writerEpoch);
            }
        }

        return AppendOutcome.Committed;
    }

    private void Commit(UnitRecord unit, JournalBatch batch, JournalReport report, long writerEpoch)
    {
        CellValue[] cells = [.. report.Rows.SelectMany(r => r.Cells())];
        unit.Reports.Add(report);
        unit.Batches.Add(batch.BatchId);
        unit.Cells.Add(cells);
        unit.Known[report.Key] = unit.Reports.Count;
        int[] markers = [.. unit.Markers];
        foreach (CellValue cell in cells)
        {
            unit.Own[cell.Key] = unit.Own.GetValueOrDefault(cell.Key) + cell.Amount.Scaled;
            if (SimCatalogue.MarkerIndex(cell.Key) >= 0)
            {
                markers[SimCatalogue.IndexOf(cell.Key.Month)] += (int)cell.Amount.Scaled;
            }
        }

        unit.MarkersAt.Add(markers);
        foreach (JournalRow row in report.Rows)
        {
            RequireOpen(unit, row);
            if (row.Kind < RowKind.Move && (unit.LastMonth is not { } last || row.Month > last))
            {
                unit.LastMonth = row.Month;
            }

            if (row is { Subject: { } subject, After: { } after })
            {
                bool isTarget = row.Kind is RowKind.Target or RowKind.RatioTarget;
                unit.Latest[(isTarget, subject, row.Category, row.Month, row.Span, row.Source)] =
                    new PageRow(row.Kind, subject, row.Category, row.Month, row.Span, row.Source, report.Sequence, row.N, after) { Detail = row.Detail };
            }
        }

        _checks.Committed(unit, report, writerEpoch);
    }
}
