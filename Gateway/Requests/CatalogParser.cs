using System.Collections.Immutable;
using System.Globalization;
using Units.Gateway.Caches;
using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Reads measures and indicators that are to be created.</summary>
internal static class CatalogParser
{
    private const int MaxFactor = 1_000_000;

    private const int PerCent = 100;

    private const int UsualDecimals = 2;

    /// <summary>Reads a measure; what breaks a rule is noted.</summary>
    public static Measure Measure(V1.Measure sent, Violations found) => new()
    {
        Id = found.Measure("measure.id", sent.Id),
        Kind = Enums.From(found.Choice("measure.kind", sent.Kind, required: true)),
        Scale = found.Whole("measure.scale", sent.Scale, 0, DecimalText.MaxScale),
        Sources = Enums.From(found.Choice("measure.sources", sent.Sources)),
        Calendar = Enums.From(found.Choice("measure.calendar", sent.Calendar)),
        Categories = Categories(sent, found),
        Name = found.Text("measure.display_name", sent.DisplayName, Fields.MaxName, required: true),
        NameEn = found.Text("measure.display_name_en", sent.DisplayNameEn, Fields.MaxName),
        UnitOfMeasure = found.Text("measure.unit_of_measure", sent.UnitOfMeasure, Fields.MaxCode),
    };

    /// <summary>Reads an indicator; what breaks a rule is noted.</summary>
    public static Indicator Indicator(V1.Indicator sent, CatalogueView catalogue, Violations found)
    {
        IndicatorId id = found.Indicator("indicator.id", sent.Id);
        FormulaKind formula = Enums.From(found.Choice("indicator.formula", sent.Formula, required: true));
        Measure? other = null;
        Term? numerator = Term(sent.Numerator, "indicator.numerator", catalogue, found, out Measure? measure);
        bool divides = formula is FormulaKind.Ratio or FormulaKind.WeightedMean;
        if (!divides && sent.Denominator is not null && sent.Formula != V1.FormulaKind.Unspecified)
        {
            found.Add(GatewayReasons.NotTogether, "indicator.denominator", sent.Denominator.Measure, "indicator.formula = " + sent.Formula);
        }

        Term? denominator = divides ? Term(sent.Denominator, "indicator.denominator", catalogue, found, out other) : null;
        if (measure is not null && other is not null && measure.Calendar != other.Calendar)
        {
            found.Add(GatewayReasons.CalendarsDiffer, "indicator.denominator.measure", other.Id.Text, measure.Id.Text, other.Id.Text);
        }

        int usual = formula == FormulaKind.Amount && measure is not null ? measure.Scale : UsualDecimals;
        return new Indicator
        {
            Id = id,
            Formula = formula,
            Numerator = numerator ?? default,
            Denominator = denominator,
            Factor = sent.Factor == 0
                ? formula is FormulaKind.Ratio or FormulaKind.Growth ? PerCent : 1
                : found.Whole("indicator.factor", sent.Factor, 1, MaxFactor),
            Decimals = sent.HasDecimals ? found.Whole("indicator.decimals", sent.Decimals, 0, DecimalText.MaxScale) : usual,
            Name = found.Text("indicator.display_name", sent.DisplayName, Fields.MaxName, required: true),
            NameEn = found.Text("indicator.display_name_en", sent.DisplayNameEn, Fields.MaxName),
            UnitOfMeasure = found.Text("indicator.unit_of_measure", sent.UnitOfMeasure, Fields.MaxCode),
        };
    }

    private static Term? Term(V1.Term? sent, string path, CatalogueView catalogue, Violations found, out Measure? measure)
    {
        measure = null;
        if (sent is null)
        {
            found.Add(GatewayReasons.FieldRequired, path, "");
            return null;
        }

        if (!found.Id(path + ".measure", sent.Measure))
        {
            return null;
        }

        if (!catalogue.TryMeasure(sent.Measure, out measure))
        {
            found.Add(GatewayReasons.UnknownMeasure, path + ".measure", sent.Measure);
            return null;
        }

        if (!CategoryText.TryFind(measure, sent.Category, out ushort? category))
        {
            found.Add(GatewayReasons.UnknownCategory, path + ".category", sent.Category, sent.Measure);
        }

        return new Term(measure.Id, category);
    }

    private static ImmutableArray<Category> Categories(V1.Measure sent, Violations found)
    {
        found.Items("measure.categories", sent.Categories.Count, Units.Measure.MaxCategories);
        ImmutableArray<Category>.Builder categories = ImmutableArray.CreateBuilder<Category>();
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (V1.Category category in sent.Categories.Take(Units.Measure.MaxCategories))
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"measure.categories[{categories.Count}]");
            if (found.Id(path + ".id", category.Id) && !ids.Add(category.Id))
            {
                found.Add(GatewayReasons.Duplicate, path + ".id", category.Id);
            }

            categories.Add(new Category(
                (ushort)(categories.Count + 1), category.Id,
                found.Text(path + ".display_name", category.DisplayName, Fields.MaxName, required: true),
                found.Text(path + ".display_name_en", category.DisplayNameEn, Fields.MaxName)));
        }

        return categories.ToImmutable();
    }
}
