using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>A loaded page: its statements and the cells that they make.</summary>
/// <param name="key">The page.</param>
/// <param name="sequence">The end of the journal it was read at: rows up to there are in it.</param>
internal sealed class LedgerPage(PageKey key, long sequence)
{
    /// <summary>The statements.</summary>
    public PageState State { get; } = new(key, below: null);

    /// <summary>The unit's own cells, summed over sources.</summary>
    public CellTable Cells { get; } = new();

    /// <summary>Rows up to this sequence are in it already.</summary>
    public long Sequence => sequence;

    /// <summary>When it was last used, as a count of uses.</summary>
    public long LastUse { get; set; }

    /// <summary>Takes a row in. Rows must come in the order of the journal.</summary>
    public void Apply(PageRow row)
    {
        Statement before = State.Before(row);
        State.Apply(row);
        if (row.Kind == RowKind.HandOver)
        {
            return;
        }

        bool isTarget = row.Kind is RowKind.Target or RowKind.RatioTarget;
        CellKey cell = isTarget ? PageState.TargetOf(row) : CellKey.Of(Aspect.Actual, row.Subject, row.Category, row.Month);
        Cells.Add(cell, row.After.Cell - before.Cell);
        Cells.Add(cell.With(JournalRow.PresenceOf(cell.Aspect)), new Amount(row.After.Presence - before.Presence));
        if (!isTarget)
        {
            Cells.Add(cell.With(Aspect.Estimated), row.After.Estimated - before.Estimated);
            Cells.Add(cell.With(Aspect.AtLeast), new Amount(row.After.AtLeast - before.AtLeast));
        }
    }
}
