using System.Collections.Immutable;
using System.Numerics;

namespace Units;

/// <summary>Computes indicators from rolled-up sums. A ratio is always pooled, never a mean of ratios.</summary>
public static class IndicatorMath
{
    /// <summary>Decimals of a per cent attained where it is shown.</summary>
    public const int AttainedDecimals = 2;

    private const int MonthsOfYear = 12;

    /// <summary>False for growth over a range whose year before cannot be written as months.</summary>
    public static bool IsDefinedOver(Indicator indicator, MonthRange range) =>
        indicator.Formula != FormulaKind.Growth || range.From.Number >= MonthsOfYear;

    /// <summary>The sums that an indicator needs over a range, in the order that <see cref="Compute"/> takes them.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="numerator">The measure of its numerator.</param>
    /// <param name="denominator">The measure of its denominator, where it has one.</param>
    /// <param name="range">The months; see <see cref="IsDefinedOver"/>.</param>
    public static ImmutableArray<SumQuery> Sums(Indicator indicator, Measure numerator, Measure? denominator, MonthRange range)
    {
        SumQuery top = new(numerator.Ref, indicator.Numerator.Category, range);
        return indicator.Formula switch
        {
            FormulaKind.Amount => [top],
            FormulaKind.Growth => [top, top with { Range = range.YearBefore() }],
            _ when denominator is not null && indicator.Denominator is { } term => [top, new SumQuery(denominator.Ref, term.Category, range)],
            _ => throw new ArgumentException($"Indicator {indicator.Id} is a {indicator.Formula} without a denominator.", nameof(indicator)),
        };
    }

    /// <summary>The value from the sums that <see cref="Sums"/> asked for.</summary>
    public static IndicatorValue Compute(Indicator indicator, Measure numerator, Measure? denominator, ReadOnlySpan<SumReading> sums)
    {
        int scale = numerator.Scale;
        return indicator.Formula switch
        {
            FormulaKind.Amount => Of(indicator, sums[0], Reported(sums[0]), scale, Reported(sums[0]) is null ? null : Amount.One, 0, null),
            FormulaKind.Growth => Of(indicator, sums[0], Change(sums[0], sums[1]), scale, Reported(sums[1]), scale, sums[1]),
            _ => Of(indicator, sums[0], Reported(sums[0]), scale, Reported(sums[1]), denominator!.Scale, sums[1]),
        };
    }

    /// <summary>Value over target × 100; null when either is missing or the target is 0.</summary>
    public static Quotient? Attained(IndicatorValue value, Amount target, int targetScale) =>
        value.Quotient is { } q && !target.IsZero
            ? new Quotient(q.Numerator * q.Factor, q.NumeratorScale, q.Denominator * (BigInteger)target.Scaled, q.DenominatorScale + targetScale, 100)
            : null;

    /// <summary>Whether the exact value keeps the bound; null when the value is missing.</summary>
    public static bool? IsMet(IndicatorValue value, Bound bound, Amount target, int targetScale)
    {
        if (value.Quotient is not { } q)
        {
            return null;
        }

        int order = q.CompareTo(new Quotient((BigInteger)target.Scaled, targetScale, BigInteger.One, 0, 1));
        return bound == Bound.AtLeast ? order >= 0 : order <= 0;
    }

    /// <summary>Decimals of a target on an indicator.</summary>
    public static int TargetScale(Indicator indicator, Measure numerator) =>
        indicator.Formula == FormulaKind.Amount ? numerator.Scale : indicator.IsAdditive ? 0 : TargetAssignment.RatioScale;

    private static Amount? Reported(SumReading sum) => sum.Presence > 0 ? sum.Amount : null;

    private static Amount? Change(SumReading now, SumReading before) =>
        Reported(now) is { } a && Reported(before) is { } b ? a - b : null;

    private static IndicatorValue Of(
        Indicator indicator, SumReading first, Amount? top, int topScale, Amount? bottom, int bottomScale, SumReading? second)
    {
        Quotient? quotient = top is { } n && bottom is { IsZero: false } d
            ? new Quotient((BigInteger)n.Scaled, topScale, (BigInteger)d.Scaled, bottomScale, indicator.Factor)
            : null;
        SumReading other = second ?? first;
        return new IndicatorValue(
            quotient, top, topScale, bottom, bottomScale,
            Reported: first.Presence > 0 && other.Presence > 0,
            Statements: Math.Min(first.Presence, other.Presence),
            Estimated: first.Estimated,
            IsEstimate: !first.Estimated.IsZero || !other.Estimated.IsZero,
            AtLeast: first.AtLeast > 0 || other.AtLeast > 0);
    }
}
