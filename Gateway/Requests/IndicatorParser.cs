using System.Collections.Immutable;
using System.Globalization;
using Units.Gateway.Caches;
using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Reads an indicator that is to be created: its formula, and that its terms fit it.</summary>
internal sealed class IndicatorParser(V1.Indicator sent, CatalogueView catalogue, Violations found)
{
    private const int MaxFactor = 1_000_000;

    private const int PerCent = 100;

    private const int UsualDecimals = 2;

    /// <summary>Reads it; what breaks a rule is noted.</summary>
    public static Indicator Parse(V1.Indicator sent, CatalogueView catalogue, Violations found) => new IndicatorParser(sent, catalogue, found).Read();

    private Indicator Read()
    {
        IndicatorId id = found.Indicator("indicator.id", sent.Id);
        FormulaKind formula = Enums.From(found.Choice("indicator.formula", sent.Formula, required: true));
        ImmutableArray<Indicator> components = Components(formula);
        Term? numerator = Numerator(formula, components, out Measure? measure);
        Term? denominator = Denominator(formula, measure);
        int usual = measure is not null && (formula is FormulaKind.Amount || (formula is FormulaKind.Minimum && denominator is null)) ? measure.Scale
            : formula == FormulaKind.AttainedCount && sent.Factor <= 1 ? 0 : UsualDecimals;
        return new Indicator
        {
            Id = id,
            Formula = formula,
            Numerator = numerator ?? default,
            Denominator = denominator,
            Factor = Factor(formula, denominator is not null),
            Decimals = sent.HasDecimals ? found.Whole("indicator.decimals", sent.Decimals, 0, DecimalText.MaxScale) : usual,
            Name = found.Text("indicator.display_name", sent.DisplayName, Fields.MaxName, required: true),
            NameEn = found.Text("indicator.display_name_en", sent.DisplayNameEn, Fields.MaxName),
            UnitOfMeasure = found.Text("indicator.unit_of_measure", sent.UnitOfMeasure, Fields.MaxCode),
            Base = Only(formula == FormulaKind.Growth, "indicator.base", sent.Base != V1.GrowthBase.Unspecified)
                && found.Choice("indicator.base", sent.Base) == V1.GrowthBase.PeriodBefore ? SumTime.PeriodBefore : SumTime.YearBefore,
            Kinds = Only(formula == FormulaKind.AttainedCount, "indicator.kinds", sent.Kinds.Count > 0)
                ? CatalogParser.Kinds("indicator.kinds", sent.Kinds, found) : [],
            Components = [.. components.Select(c => c.Number)],
            LowerIsBetter = sent.LowerIsBetter,
            Thresholds = ThresholdParser.Parse(sent.Thresholds, "indicator.thresholds", found),
        };
    }

    /// <summary>Of the worst of several it is that of the first: it says nothing but the calendar.</summary>
    private Term? Numerator(FormulaKind formula, ImmutableArray<Indicator> components, out Measure? measure)
    {
        measure = null;
        if (formula != FormulaKind.Worst)
        {
            Term? term = TermParser.Parse(sent.Numerator, "indicator.numerator", catalogue, found, out measure);
            if (formula == FormulaKind.Minimum && measure is not null && (measure.Categories.IsEmpty || term?.Category is not null))
            {
                found.Add(GatewayReasons.CategoriesNeeded, "indicator.numerator", measure.Id.Text);
            }

            return term;
        }

        Only(false, "indicator.numerator", sent.Numerator is not null);
        return components.IsEmpty ? null : components[0].Numerator;
    }

    private Term? Denominator(FormulaKind formula, Measure? measure)
    {
        bool required = formula is FormulaKind.Ratio or FormulaKind.WeightedMean;
        bool may = required || formula is FormulaKind.Growth or FormulaKind.Minimum;
        if (sent.Formula == V1.FormulaKind.Unspecified || !Only(may, "indicator.denominator", sent.Denominator is not null)
            || (!required && sent.Denominator is null))
        {
            return null;
        }

        Term? term = TermParser.Parse(sent.Denominator, "indicator.denominator", catalogue, found, out Measure? other);
        if (measure is null || other is null)
        {
            return term;
        }

        if (measure.Calendar != other.Calendar)
        {
            found.Add(GatewayReasons.CalendarsDiffer, "indicator.denominator.measure", other.Id.Text, measure.Id.Text, other.Id.Text);
        }

        if (formula == FormulaKind.Minimum && (term?.Category is not null || measure.Categories.Any(c => other.Categories.All(o => o.Id != c.Id))))
        {
            found.Add(GatewayReasons.CategoriesNeeded, "indicator.denominator", other.Id.Text);
        }

        return term;
    }

    private int Factor(FormulaKind formula, bool divides)
    {
        int usual = formula is FormulaKind.Ratio or FormulaKind.Growth || (formula == FormulaKind.Minimum && divides) ? PerCent : 1;
        if (formula == FormulaKind.AttainedCount && sent.Factor is not (0 or 1 or PerCent))
        {
            found.Add(GatewayReasons.BadChoice, "indicator.factor", Fields.Number(sent.Factor));
        }

        return sent.Factor == 0 ? usual : found.Whole("indicator.factor", sent.Factor, 1, MaxFactor);
    }

    private ImmutableArray<Indicator> Components(FormulaKind formula)
    {
        if (!Only(formula == FormulaKind.Worst, "indicator.components", sent.Components.Count > 0))
        {
            return [];
        }

        if (formula == FormulaKind.Worst)
        {
            found.Whole("indicator.components", sent.Components.Count, 2, Units.Indicator.MaxComponents);
        }

        ImmutableArray<Indicator>.Builder components = ImmutableArray.CreateBuilder<Indicator>();
        for (int i = 0; i < Math.Min(sent.Components.Count, Units.Indicator.MaxComponents); i++)
        {
            if (Component(Fields.Item("indicator.components", i), sent.Components[i], components) is { } component)
            {
                components.Add(component);
            }
        }

        return components.ToImmutable();
    }

    private Indicator? Component(string field, string id, IReadOnlyCollection<Indicator> before)
    {
        if (!found.Id(field, id))
        {
            return null;
        }

        if (!catalogue.TryIndicator(id, out Indicator? component))
        {
            found.Add(GatewayReasons.UnknownIndicator, field, id);
            return null;
        }

        if (component.Formula is FormulaKind.Worst or FormulaKind.AttainedCount)
        {
            found.Add(GatewayReasons.NotAComponent, field, id);
        }
        else if (before.Any(b => b.Number == component.Number))
        {
            found.Add(GatewayReasons.Duplicate, field, id);
        }
        else if (before.FirstOrDefault() is { } first && Calendar(first) != Calendar(component))
        {
            found.Add(GatewayReasons.CalendarsDiffer, field, id, first.Id.Text, id);
        }

        return component;
    }

    private MonthCalendar Calendar(Indicator indicator) => catalogue.MeasuresOf(indicator).Numerator.Calendar;

    /// <summary>True where a field may be said; what is said all the same is noted.</summary>
    private bool Only(bool may, string field, bool isSaid)
    {
        if (!may && isSaid && sent.Formula != V1.FormulaKind.Unspecified)
        {
            found.Add(GatewayReasons.NotTogether, field, "", "indicator.formula = " + sent.Formula);
        }

        return may;
    }
}
