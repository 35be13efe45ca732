using Units.Gateway.Caches;
using Units.Gateway.Comparing;
using Units.Gateway.Requests;

namespace Units.Gateway.Messages;

/// <summary>Writes comparisons on the wire.</summary>
internal static class ComparisonMessages
{
    /// <summary>Decimals of a per cent of something.</summary>
    public const int PercentDecimals = 2;

    /// <summary>An indicator with all its comparisons.</summary>
    public static V1.IndicatorComparison Of(ComparedIndicator compared, CatalogueView view)
    {
        ComparedUnit unit = compared.Unit;
        IndicatorValue value = unit.Value;
        return new V1.IndicatorComparison
        {
            Total = TotalMessages.Of(unit.Formula.Indicator, unit.Months, value, view, []),
            Gap = Enums.To(Judge.Missing(value)),
            Partial = value.IsPartial,
            Decisive = Decisive(unit.Formula, value),
            EstimatedPercent = value is { Estimated.IsZero: false, Numerator: { IsZero: false } top }
                ? Percent(Fraction.Of(value.Estimated, 0) / Fraction.Of(top, 0) * Fraction.Hundred) : "",
            LatestMonth = value.Last?.ToString() ?? "",
            YearBefore = Of(unit.Change, unit.Formula.Indicator.Decimals),
            Targets = { compared.Targets.Select(t => TargetComparisonMessages.Of(t, unit.Formula, view)) },
            Attained = value.Count is { } count ? Of(count) : null,
            Measures = { unit.Formula.Measures.Select(m => m.Id.Text) },
        };
    }

    /// <summary>Who has reported a measure.</summary>
    public static V1.MeasureCoverage Of(Coverage coverage) => new()
    {
        Measure = coverage.Measure.Id.Text,
        Expected = coverage.Expected,
        Reported = coverage.Reported,
        Late = { coverage.Late.Select(u => u.Text) },
        Missing = { coverage.Missing.Select(u => u.Text) },
        DueMonth = coverage.Due?.ToString() ?? "",
        Percent = coverage.Expected == 0 ? "" : Percent(new Fraction(coverage.Reported * 100, coverage.Expected)),
    };

    /// <summary>A unit by the name it has on a day.</summary>
    public static V1.NamedUnit Named(Unit unit, DateOnly day)
    {
        UnitNaming naming = unit.NamingOn(day);
        return new V1.NamedUnit { Unit = unit.Id.Text, DisplayName = naming.Name, DisplayNameEn = naming.NameEn, Kind = Enums.To(naming.Kind) };
    }

    /// <summary>A fraction that is a per cent.</summary>
    public static string Percent(Fraction? value) => value?.Rounded(PercentDecimals) ?? "";

    private static V1.YearBefore Of(Change change, int decimals) => new()
    {
        Value = change.Before?.Rounded(decimals) ?? "",
        Unrounded = change.Before?.Unrounded() ?? "",
        Percent = Percent(change.Percent),
        Change = change.By?.Rounded(change.InPerCent ? PercentDecimals : decimals) ?? "",
        ChangeUnit = change.By is null ? V1.ChangeUnit.Unspecified : change.InPerCent ? V1.ChangeUnit.PerCent : V1.ChangeUnit.Points,
        Gap = Enums.To(change.Gap),
    };

    private static V1.AttainedUnits Of(UnitCount count) => new()
    {
        Attained = count.Attained,
        Of = count.Of,
        Units = { count.Who.Select(u => u.Text) },
        Lacking = { count.Lacking.Select(u => u.Text) },
    };

    private static string Decisive(Formula formula, IndicatorValue value) => value.Decisive is not { } place || value.Quotient is null ? ""
        : formula.Parts.IsEmpty ? CategoryText.IdOf(formula.Numerator, (ushort)place) : formula.Parts[place].Indicator.Id.Text;
}
