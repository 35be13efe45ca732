namespace Units.Grains.Ledger;

/// <summary>Which cells a target has.</summary>
internal static class TargetCells
{
    /// <summary>The cells of a target with their amounts: the kind first, then the other parts in the order of their numbers.</summary>
    /// <param name="target">The target.</param>
    /// <param name="additive">True where its bounds add up over units; otherwise they are told.</param>
    public static IEnumerable<(CellKey Cell, Amount Amount)> Of(Target target, bool additive)
    {
        CellKey told = CellKey.OfTarget(Aspect.RatioTarget, target.Indicator, target.Range, target.Tier, TargetPart.Kind);
        CellKey counted = told.With(Aspect.Target);
        (CellKey Cell, Amount? Amount)[] parts =
        [
            (told, new Amount((int)target.Kind)),
            ((additive ? counted : told).With(TargetPart.Lower), target.Lower),
            ((additive ? counted : told).With(TargetPart.Upper), target.Upper),
            (counted.With(TargetPart.Numerator), target.Numerator),
            (counted.With(TargetPart.Denominator), target.Denominator),
            (told.With(TargetPart.Assessment), target.Assessment == Assessment.NotYet ? null : new Amount((int)target.Assessment)),
            (told.With(TargetPart.Course), target.Course.Kind == CourseKind.Even ? null : new Amount((int)target.Course.Kind)),
        ];
        foreach ((CellKey cell, Amount? amount) in parts)
        {
            if (amount is { } said)
            {
                yield return (cell, said);
            }
        }

        for (int step = 0; step < target.Course.Steps.Length; step++)
        {
            yield return (told.With(TargetPart.FirstStep + (byte)step), target.Course.Steps[step]);
        }
    }

    /// <summary>Every cell that a target there can have: first those that add up.</summary>
    public static IEnumerable<CellKey> Possible(TargetKey key)
    {
        CellKey counted = CellKey.OfTarget(Aspect.Target, key.Indicator, key.Range, key.Tier, TargetPart.Lower);
        for (TargetPart part = TargetPart.Lower; part <= TargetPart.Denominator; part++)
        {
            yield return counted.With(part);
        }

        CellKey told = counted.With(Aspect.RatioTarget);
        foreach (TargetPart part in (TargetPart[])[TargetPart.Lower, TargetPart.Upper, TargetPart.Assessment, TargetPart.Kind, TargetPart.Course])
        {
            yield return told.With(part);
        }

        for (int step = 0; step < key.Range.Length; step++)
        {
            yield return told.With(TargetPart.FirstStep + (byte)step);
        }
    }
}
