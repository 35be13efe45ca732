using System.Globalization;
using Units.Gateway.Caches;
using Units.Gateway.Requests;

namespace Units.Gateway.Messages;

/// <summary>Writes totals on the wire.</summary>
internal static class TotalMessages
{
    /// <summary>A version.</summary>
    public static V1.Version Of(UnitVersion version) => new() { Epoch = version.Epoch, N = version.N };

    /// <summary>A measure over a range.</summary>
    public static V1.MeasureTotal Of(Measure measure, MonthRange range, SumReading sum)
    {
        (DateOnly first, DateOnly last) = CalendarDays.Of(range, measure.Calendar);
        return new V1.MeasureTotal
        {
            Measure = measure.Id.Text,
            Value = Value(sum, measure.Scale),
            Reported = sum.Presence > 0,
            Statements = sum.Presence,
            Estimated = DecimalText.Format(sum.Estimated, measure.Scale),
            IsEstimate = !sum.Estimated.IsZero,
            AtLeast = sum.AtLeast > 0,
            Calendar = Enums.To(measure.Calendar),
            FirstDay = Day(first),
            LastDay = Day(last),
        };
    }

    /// <summary>A category over a range.</summary>
    public static V1.CategoryTotal Of(Measure measure, ushort category, SumReading sum) => new()
    {
        Category = CategoryText.IdOf(measure, category),
        Value = Value(sum, measure.Scale),
        Statements = sum.Presence,
    };

    /// <summary>An indicator over a range.</summary>
    public static V1.IndicatorTotal Of(
        Indicator indicator, MonthRange range, IndicatorValue value, CatalogueView catalogue, IEnumerable<TargetReading> targets)
    {
        (Measure numerator, _) = catalogue.MeasuresOf(indicator);
        (DateOnly first, DateOnly last) = CalendarDays.Of(range, numerator.Calendar);
        return new V1.IndicatorTotal
        {
            Indicator = indicator.Id.Text,
            Range = range.ToString(),
            Value = value.Quotient?.Rounded(indicator.Decimals) ?? "",
            Unrounded = value.Quotient?.Unrounded() ?? "",
            Numerator = value.Numerator is { } top ? DecimalText.Format(top, value.NumeratorScale) : "",
            Denominator = value.Denominator is { } bottom ? DecimalText.Format(bottom, value.DenominatorScale) : "",
            Reported = value.Reported,
            Statements = value.Statements,
            Estimated = DecimalText.Format(value.Estimated, numerator.Scale),
            IsEstimate = value.IsEstimate,
            AtLeast = value.AtLeast,
            Calendar = Enums.To(numerator.Calendar),
            FirstDay = Day(first),
            LastDay = Day(last),
            Targets =
            {
                targets
                    .Where(t => t.Indicator == indicator.Number && t.Range == range && t.Tier == Tier.Assigned)
                    .SelectMany(t => Of(t, value, IndicatorMath.TargetScale(indicator, numerator))),
            },
        };
    }

    private static IEnumerable<V1.TargetTotal> Of(TargetReading target, IndicatorValue value, int scale) =>
        new[] { (Bound.AtLeast, target.Lower), (Bound.AtMost, target.Upper) }
            .Where(side => !side.Item2.IsEmpty)
            .Select(side => Of(side.Item1, side.Item2, value, scale, target.Kind is TargetKind.MoreThan or TargetKind.LessThan));

    private static V1.TargetTotal Of(Bound bound, TargetFigure target, IndicatorValue value, int scale, bool strictly)
    {
        V1.TargetTotal total = new()
        {
            Bound = Enums.To(bound),
            Own = target.Own is { } own ? DecimalText.Format(own, scale) : "",
            ChildrenSum = DecimalText.Format(target.ChildrenSum, scale),
            ChildrenCount = target.ChildrenCount,
        };
        if (target.Held is not { } threshold)
        {
            return total;
        }

        Quotient? attained = IndicatorMath.Attained(value, threshold, scale);
        total.AttainedPercent = attained?.Rounded(IndicatorMath.AttainedDecimals) ?? "";
        total.AttainedPercentUnrounded = attained?.Unrounded() ?? "";
        if (IndicatorMath.IsMet(value, bound, threshold, scale, strictly) is { } met)
        {
            total.Met = met;
        }

        return total;
    }

    /// <summary>A day; empty for none.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Value(SumReading sum, int scale) => sum.Presence > 0 ? DecimalText.Format(sum.Amount, scale) : "";
}
