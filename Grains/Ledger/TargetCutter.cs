using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>Turns a target into rows: one, or two where the other bound's goes first.</summary>
internal static class TargetCutter
{
    /// <summary>Cuts a target. At most one bound of a tier is set at any time.</summary>
    public static void Cut(TargetAssignment target, ReportCut cut)
    {
        Bound other = target.Bound == Bound.AtLeast ? Bound.AtMost : Bound.AtLeast;
        bool otherGone = Clear(target, other, cut);
        if (!target.Withdrawn)
        {
            Set(target, cut);
        }
        else if (!Clear(target, target.Bound, cut) && !otherGone)
        {
            cut.Add(RowOf(target, target.Bound) with { Outcome = EntryOutcome.Unchanged });
        }
    }

    private static void Set(TargetAssignment target, ReportCut cut)
    {
        JournalRow row = RowOf(target, target.Bound) with { Value = target.Value.IsStorable ? target.Value : Amount.Zero };
        Statement before = cut.State(PageKey.Targets).Target(CellOf(target, target.Bound));
        Statement after = new(StatementKind.Value, target.Value, Quality.Final, null);
        if (after == before)
        {
            cut.Add(row with { Outcome = EntryOutcome.Unchanged });
        }
        else if (!after.Cell.IsStorable || !(after.Cell - before.Cell).IsStorable)
        {
            cut.Refuse(row, new Violation(Reasons.Overflow, "value", target.Value.ToString(), [target.Range.From.ToString()]));
        }
        else
        {
            cut.Add(PageKey.Targets, row.Moving(before, after));
        }
    }

    private static bool Clear(TargetAssignment target, Bound bound, ReportCut cut)
    {
        Statement before = cut.State(PageKey.Targets).Target(CellOf(target, bound));
        if (before.Kind == StatementKind.None)
        {
            return false;
        }

        cut.Add(PageKey.Targets, RowOf(target, bound).Moving(before, default));
        return true;
    }

    private static JournalRow RowOf(TargetAssignment target, Bound bound) => new()
    {
        N = 0,
        Kind = target.Additive ? RowKind.Target : RowKind.RatioTarget,
        Subject = target.Indicator,
        Category = CellOf(target, bound).Category,
        Month = target.Range.From,
        Span = target.Range.Length,
        Source = target.Source,
    };

    private static CellKey CellOf(TargetAssignment target, Bound bound) =>
        CellKey.OfTarget(target.Additive ? Aspect.Target : Aspect.RatioTarget, target.Indicator, target.Range, target.Tier, (TargetPart)bound);
}
