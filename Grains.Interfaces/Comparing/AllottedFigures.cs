namespace Units;

/// <summary>The sum of the children's targets against the unit's own.</summary>
internal static class AllottedFigures
{
    /// <summary>The comparison, with what is over- or under-allotted.</summary>
    public static TargetComparison Of(Formula formula, TargetReading target)
    {
        TargetFigure figure = target.Figure;
        Gap gap = !formula.Indicator.IsAdditive ? Gap.NotAdditive : figure.Own is null || figure.ChildrenCount == 0 ? Gap.NoTarget : Gap.None;
        return new TargetComparison
        {
            Target = target,
            ToDate = target.Range,
            Value = Nothing,
            Finding = default,
            Elapsed = 0,
            Allotted = gap == Gap.None ? figure.ChildrenSum - figure.Own!.Value : null,
            AllottedGap = gap,
            AllottedNumerator = Over(target.Numerator),
            AllottedDenominator = Over(target.Denominator),
        };
    }

    private static Amount? Over(TargetFigure figure) =>
        figure is { Own: { } own, ChildrenCount: > 0 } ? figure.ChildrenSum - own : null;

    private static readonly IndicatorValue Nothing = new(null, null, 0, null, 0, false, 0, Amount.Zero, false, false);
}
