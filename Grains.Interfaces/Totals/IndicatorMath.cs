using System.Numerics;

namespace Units;

/// <summary>Holds a value against one figure.</summary>
public static class IndicatorMath
{
    /// <summary>Decimals of a per cent attained where it is shown.</summary>
    public const int AttainedDecimals = 2;

    /// <summary>Value over target × 100; null when either is missing or the target is 0.</summary>
    public static Quotient? Attained(IndicatorValue value, Amount target, int targetScale) =>
        value.Quotient is { } q && !target.IsZero
            ? new Quotient(q.Numerator * q.Factor, q.NumeratorScale, q.Denominator * (BigInteger)target.Scaled, q.DenominatorScale + targetScale, 100)
            : null;

    /// <summary>Whether the exact value keeps the bound, strictly where it has to be beyond it; null when the value is missing.</summary>
    public static bool? IsMet(IndicatorValue value, Bound bound, Amount target, int targetScale, bool strictly = false)
    {
        if (value.Quotient is not { } q)
        {
            return null;
        }

        int order = q.CompareTo(new Quotient((BigInteger)target.Scaled, targetScale, BigInteger.One, 0, 1));
        return bound == Bound.AtLeast ? order > 0 || (order == 0 && !strictly) : order < 0 || (order == 0 && !strictly);
    }

    /// <summary>Decimals of a target on an indicator.</summary>
    public static int TargetScale(Indicator indicator, Measure numerator) =>
        indicator.Formula == FormulaKind.Amount ? numerator.Scale : indicator.IsAdditive ? 0 : TargetAssignment.RatioScale;
}
