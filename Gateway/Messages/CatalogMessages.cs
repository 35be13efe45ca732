using Units.Gateway.Caches;
using Units.Gateway.Requests;

namespace Units.Gateway.Messages;

/// <summary>Writes measures and indicators on the wire.</summary>
internal static class CatalogMessages
{
    /// <summary>A measure.</summary>
    public static V1.Measure Of(Measure measure) => new()
    {
        Name = "measures/" + measure.Id.Text,
        Id = measure.Id.Text,
        Kind = Enums.To(measure.Kind),
        Scale = measure.Scale,
        Sources = Enums.To(measure.Sources),
        Calendar = Enums.To(measure.Calendar),
        Categories =
        {
            measure.Categories.Select(c => new V1.Category { Id = c.Id, DisplayName = c.Name, DisplayNameEn = c.NameEn }),
        },
        DisplayName = measure.Name,
        DisplayNameEn = measure.NameEn,
        UnitOfMeasure = measure.UnitOfMeasure,
        ReportedBy = { measure.ReportedBy.Select(Enums.To) },
        DueDay = measure.DueDay,
    };

    /// <summary>An indicator.</summary>
    public static V1.Indicator Of(Indicator indicator, CatalogueView catalogue) => new()
    {
        Name = "indicators/" + indicator.Id.Text,
        Id = indicator.Id.Text,
        Formula = Enums.To(indicator.Formula),
        Numerator = indicator.Formula == FormulaKind.Worst ? null : Of(indicator.Numerator, catalogue),
        Denominator = indicator.Denominator is { } term ? Of(term, catalogue) : null,
        Factor = indicator.Factor,
        Decimals = indicator.Decimals,
        DisplayName = indicator.Name,
        DisplayNameEn = indicator.NameEn,
        UnitOfMeasure = indicator.UnitOfMeasure,
        Base = indicator.Formula != FormulaKind.Growth ? V1.GrowthBase.Unspecified
            : indicator.Base == SumTime.PeriodBefore ? V1.GrowthBase.PeriodBefore : V1.GrowthBase.YearBefore,
        Kinds = { indicator.Kinds.Select(Enums.To) },
        Components = { indicator.Components.Select(number => catalogue.TryIndicator(number, out Indicator? component) ? component.Id.Text : "") },
        LowerIsBetter = indicator.LowerIsBetter,
        Thresholds = indicator.Thresholds == StatusThresholds.Usual ? null : Of(indicator.Thresholds),
    };

    private static V1.StatusThresholds Of(StatusThresholds thresholds) => new()
    {
        Ahead = DecimalText.Format(new Amount(thresholds.Ahead), 2),
        OnCourse = DecimalText.Format(new Amount(thresholds.OnCourse), 2),
        AtRisk = DecimalText.Format(new Amount(thresholds.AtRisk), 2),
    };

    private static V1.Term Of(Term term, CatalogueView catalogue) => new()
    {
        Measure = term.Measure.Text,
        Category = term.Category is { } number && catalogue.TryMeasure(term.Measure.Text, out Measure? measure)
            ? CategoryText.IdOf(measure, number)
            : "",
    };
}
