using Units.Gateway.Messages;

namespace Units.Gateway.Comparing;

/// <summary>The figures by which children are ranked.</summary>
internal static class Figures
{
    /// <summary>A figure of an indicator, or why there is none.</summary>
    public static (Fraction? Value, Gap Gap) Of(V1.Figure figure, ComparedIndicator compared, Tier tier)
    {
        ComparedUnit unit = compared.Unit;
        if (figure is V1.Figure.Value or V1.Figure.Unspecified)
        {
            return Or(unit.Value.Value, Judge.Missing(unit.Value));
        }

        if (figure == V1.Figure.Change)
        {
            Change change = Change.Of(unit.Formula, unit.Value, unit.Before);
            return Or(change.By, unit.Value.Value is null ? Judge.Missing(unit.Value) : change.Gap);
        }

        return compared.Of(tier) is { } target ? OfTarget(figure, target) : (null, Gap.NoTarget);
    }

    /// <summary>True where the least is the best. What is turned already has the most first.</summary>
    public static bool LeastIsBest(V1.Figure figure, bool lowerIsBetter) =>
        lowerIsBetter && figure is not (V1.Figure.PercentOfExpected or V1.Figure.Status);

    /// <summary>The figure on the wire.</summary>
    public static string Text(V1.Figure figure, Fraction value, Formula formula) => figure switch
    {
        V1.Figure.Unspecified or V1.Figure.Status => "",
        V1.Figure.Value or V1.Figure.Difference => value.Rounded(formula.Indicator.Decimals),
        V1.Figure.Change when !formula.ChangesInPerCent => value.Rounded(formula.Indicator.Decimals),
        _ => ComparisonMessages.Percent(value),
    };

    private static (Fraction? Value, Gap Gap) OfTarget(V1.Figure figure, TargetComparison target)
    {
        Gap gap = target.StatusGap != Gap.None ? target.StatusGap
            : target.Bounds?.Figure is { Sign: 0 } ? Gap.TargetIsZero : Gap.NotDefined;
        return figure switch
        {
            V1.Figure.PercentOfTarget => Or(target.Percent, target.Value.Value is null ? Judge.Missing(target.Value) : gap),
            V1.Figure.PercentOfExpected => Or(target.PercentOfExpected, gap),
            V1.Figure.Difference => Or(target.Difference, gap),
            V1.Figure.ProjectedPercent => Or(TargetComparisonMessages.ProjectedPercent(target), gap),
            _ => target.Status == TargetStatus.NotYetAssessable ? (null, gap) : (new Fraction((int)target.Status, 1), Gap.None),
        };
    }

    private static (Fraction? Value, Gap Gap) Or(Fraction? value, Gap gap) => value is null ? (null, gap == Gap.None ? Gap.NotDefined : gap) : (value, Gap.None);
}
