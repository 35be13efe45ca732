using Units.Gateway.Caches;
using Units.Gateway.Requests;

namespace Units.Gateway.Messages;

/// <summary>Writes a target beside the value on the wire.</summary>
internal static class TargetComparisonMessages
{
    /// <summary>A target with every figure that follows from it.</summary>
    public static V1.TargetComparison Of(TargetComparison compared, Formula formula, CatalogueView view)
    {
        TargetReading target = compared.Target;
        int decimals = formula.Indicator.Decimals;
        V1.TargetComparison message = new()
        {
            Range = target.Range.ToString(),
            Tier = TargetEnums.To(target.Tier),
            Kind = TargetEnums.To(target.Kind),
            Own = target.IsOwn,
            Lower = Bound(compared.Bounds?.Lower, formula),
            Upper = Bound(compared.Bounds?.Upper, formula),
            ToDate = compared.ToDate.ToString(),
            Value = compared.Value.Value?.Rounded(decimals) ?? "",
            Percent = ComparisonMessages.Percent(compared.Percent),
            PercentUnrounded = compared.Percent?.Unrounded() ?? "",
            Gap = Enums.To(compared.Finding.Gap),
            Ended = compared.HasEnded,
            ElapsedMonths = compared.Elapsed,
            Breaches = { compared.Finding.Breaches.IsDefaultOrEmpty ? [] : compared.Finding.Breaches.Select(m => m.ToString()) },
            ExpectedLower = compared.ExpectedLower?.Rounded(decimals) ?? "",
            ExpectedUpper = compared.ExpectedUpper?.Rounded(decimals) ?? "",
            Difference = compared.Difference?.Rounded(decimals) ?? "",
            PercentOfExpected = ComparisonMessages.Percent(compared.PercentOfExpected),
            Status = Enums.To(compared.Status),
            StatusGap = Enums.To(compared.StatusGap),
            Projected = compared.Projected?.Rounded(decimals) ?? "",
            ProjectedPercent = ComparisonMessages.Percent(ProjectedPercent(compared)),
            MetOn = TotalMessages.Day(compared.MetOn),
            MissedOn = TotalMessages.Day(compared.MissedOn),
        };
        if (compared.Finding.Verdict != Verdict.NotAssessable)
        {
            message.Met = compared.Finding.Verdict == Verdict.Met;
        }

        Allotted(message, compared, formula);
        Stated(message, compared, view);
        return message;
    }

    /// <summary>What the value comes to at the end, in per cent of the target.</summary>
    public static Fraction? ProjectedPercent(TargetComparison compared) =>
        compared is { Projected: { } value, Bounds.Figure: { Sign: not 0 } figure } ? value / figure * Fraction.Hundred : null;

    private static void Allotted(V1.TargetComparison message, TargetComparison compared, Formula formula)
    {
        TargetReading target = compared.Target;
        TargetFigure figure = target.Figure;
        message.ChildrenSum = figure.ChildrenCount == 0 ? "" : DecimalText.Format(figure.ChildrenSum, formula.TargetScale);
        message.ChildrenCount = figure.ChildrenCount;
        message.Allotted = TargetMessages.Text(compared.Allotted, formula.TargetScale);
        message.AllottedGap = Enums.To(compared.AllottedGap);
        message.AllottedNumerator = TargetMessages.Text(compared.AllottedNumerator, formula.Numerator.Scale);
        message.AllottedDenominator = formula.Denominator is { } measure ? TargetMessages.Text(compared.AllottedDenominator, measure.Scale) : "";
    }

    private static void Stated(V1.TargetComparison message, TargetComparison compared, CatalogueView view)
    {
        message.Components.AddRange(compared.Components.Select(c => Component(c, view)));
        if (compared.Target.Stated is not { } stated)
        {
            return;
        }

        message.Words = stated.Words;
        message.Evidence = stated.Evidence;
        message.Members.AddRange(stated.Members.Select(u => u.Text));
        message.Decision = TargetMessages.Of(stated.Decision);
        message.Reference = stated.Reference is { } reference ? TargetMessages.Of(reference with { Range = reference.Range ?? stated.Range }, view) : null;
    }

    private static V1.ComponentComparison Component(TargetComparison component, CatalogueView view)
    {
        V1.ComponentComparison message = new()
        {
            Indicator = TargetMessages.IdOf(component.Target.Indicator, view),
            Status = Enums.To(component.Status),
        };
        if (component.Finding.Verdict != Verdict.NotAssessable)
        {
            message.Met = component.Finding.Verdict == Verdict.Met;
        }

        return message;
    }

    // A bound is shown as it was set: its own scale, not the decimals to which a value is rounded.
    private static string Bound(Fraction? bound, Formula formula) => bound?.Rounded(formula.TargetScale) ?? "";
}
