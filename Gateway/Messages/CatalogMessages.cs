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
    };

    /// <summary>An indicator.</summary>
    public static V1.Indicator Of(Indicator indicator, CatalogueView catalogue) => new()
    {
        Name = "indicators/" + indicator.Id.Text,
        Id = indicator.Id.Text,
        Formula = Enums.To(indicator.Formula),
        Numerator = Of(indicator.Numerator, catalogue),
        Denominator = indicator.Denominator is { } term ? Of(term, catalogue) : null,
        Factor = indicator.Factor,
        Decimals = indicator.Decimals,
        DisplayName = indicator.Name,
        DisplayNameEn = indicator.NameEn,
        UnitOfMeasure = indicator.UnitOfMeasure,
    };

    private static V1.Term Of(Term term, CatalogueView catalogue) => new()
    {
        Measure = term.Measure.Text,
        Category = term.Category is { } number && catalogue.TryMeasure(term.Measure.Text, out Measure? measure)
            ? CategoryText.IdOf(measure, number)
            : "",
    };
}
