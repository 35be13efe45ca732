using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>Turns targets into rows: one for each part. What the earlier target there had and this one has not goes first.</summary>
internal sealed class TargetCutter(SourceId source, ReportCut cut)
{
    /// <summary>Cuts an assignment, a withdrawal or a judgement.</summary>
    public static void Cut(TargetAssignment target, ReportCut cut)
    {
        TargetCutter cutter = new(target.Source, cut);
        if (target.Judgement is { } judgement)
        {
            cutter.Judge(target.Key, judgement);
        }
        else if (target.Withdrawn)
        {
            cutter.Withdraw(target.Key, target.Additive, (TargetPart)target.Bound);
        }
        else if (target.Stated is { } stated)
        {
            cutter.Set(stated, target.Additive, "");
        }
        else
        {
            cutter.Set(target.Key, [(CellOf(target.Key, target.Additive, (TargetPart)target.Bound), target.Value)], null, "value");
        }
    }

    /// <summary>Sets a target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="additive">True where its bounds add up over units.</param>
    /// <param name="field">Before the names of fields.</param>
    public void Set(Target target, bool additive, string field)
    {
        (CellKey Cell, Amount Amount)[] parts = [.. TargetCells.Of(target, additive)];

        // The document has room for what a row has room for: the figures come first.
        string? document = parts.All(p => p.Amount.IsStorable) ? TargetText.Write(target) : null;
        Set(TargetKey.Of(target), parts, document, field);
    }

    /// <summary>Takes back what stands there; where nothing does, a row says so.</summary>
    public void Withdraw(TargetKey key, bool additive = false, TargetPart part = TargetPart.Lower)
    {
        int before = cut.Rows.Count;
        Clear(key, []);
        if (cut.Rows.Count == before)
        {
            cut.Add(RowOf(CellOf(key, additive, part)) with { Outcome = EntryOutcome.Unchanged });
        }
    }

    private void Judge(TargetKey key, Judgement judgement)
    {
        CellKey kind = CellOf(key, additive: false, TargetPart.Kind);
        if (cut.State(PageKey.Targets).Stated(kind)?.Target is not { Kind: TargetKind.Qualitative } target)
        {
            cut.Refuse(RowOf(kind), new Violation(PlanReasons.NotQualitative, "indicator", "", []));
            return;
        }

        Set(target with { Assessment = judgement.Assessment, Evidence = judgement.Evidence }, additive: false, "");
    }

    private void Set(TargetKey key, (CellKey Cell, Amount Amount)[] parts, string? document, string field)
    {
        Clear(key, [.. parts.Select(p => p.Cell)]);
        foreach ((CellKey cell, Amount amount) in parts)
        {
            Set(cell, amount, cell.Part == TargetPart.Kind ? document : null, field.EndsWith('.') || field.Length == 0 ? field + FieldOf(cell.Part) : field);
        }
    }

    private void Set(CellKey cell, Amount amount, string? document, string field)
    {
        PageState page = cut.State(PageKey.Targets);
        JournalRow row = RowOf(cell) with { Value = amount.IsStorable ? amount : Amount.Zero, Detail = document };
        Statement before = page.Target(cell);
        Statement after = new(StatementKind.Value, amount, Quality.Final, null);
        if (after == before && (document is null || document == page.Stated(cell)?.Text))
        {
            cut.Add(row with { Outcome = EntryOutcome.Unchanged });
        }
        else if (!after.Cell.IsStorable || !(after.Cell - before.Cell).IsStorable)
        {
            cut.Refuse(row, new Violation(Reasons.Overflow, field, amount.ToString(), [cell.Month.ToString()]));
        }
        else
        {
            cut.Add(PageKey.Targets, row.Moving(before, after));
        }
    }

    private void Clear(TargetKey key, HashSet<CellKey> stays)
    {
        foreach (CellKey cell in TargetCells.Possible(key).Where(c => !stays.Contains(c)))
        {
            Statement before = cut.State(PageKey.Targets).Target(cell);
            if (before.Kind != StatementKind.None)
            {
                cut.Add(PageKey.Targets, RowOf(cell).Moving(before, default));
            }
        }
    }

    private JournalRow RowOf(CellKey cell) => new()
    {
        N = 0,
        Kind = cell.Aspect == Aspect.Target ? RowKind.Target : RowKind.RatioTarget,
        Subject = cell.Subject,
        Category = cell.Category,
        Month = cell.Month,
        Span = cell.Span,
        Source = source,
    };

    private static CellKey CellOf(TargetKey key, bool additive, TargetPart part) =>
        CellKey.OfTarget(additive ? Aspect.Target : Aspect.RatioTarget, key.Indicator, key.Range, key.Tier, part);

    private static string FieldOf(TargetPart part) => part switch
    {
        TargetPart.Lower => "lower",
        TargetPart.Upper => "upper",
        TargetPart.Numerator => "numerator",
        TargetPart.Denominator => "denominator",
        _ => "course",
    };
}
