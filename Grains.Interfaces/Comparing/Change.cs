namespace Units;

/// <summary>A value beside that of the same months a year before.</summary>
/// <param name="Before">The value before; null when missing.</param>
/// <param name="Percent">"Bằng x %": the value over it × 100; null where changes are told in points, when missing, or over 0.</param>
/// <param name="By">"Tăng/giảm": by how much it changed, in per cent of the value before or in points; null when missing.</param>
/// <param name="InPerCent">True where it is told in per cent.</param>
/// <param name="Gap">Why there is none.</param>
public sealed record Change(Fraction? Before, Fraction? Percent, Fraction? By, bool InPerCent, Gap Gap)
{
    /// <summary>The change of a formula's value.</summary>
    public static Change Of(Formula formula, IndicatorValue value, IndicatorValue? before)
    {
        bool inPerCent = formula.ChangesInPerCent;
        if (before?.Value is not { } then)
        {
            return new Change(null, null, null, inPerCent, Gap.NothingBefore);
        }

        if (value.Value is not { } now)
        {
            return new Change(then, null, null, inPerCent, Judge.Missing(value));
        }

        if (!inPerCent)
        {
            return new Change(then, null, now - then, false, Gap.None);
        }

        return then.Sign == 0
            ? new Change(then, null, null, true, Gap.OverZero)
            : new Change(then, now / then * Fraction.Hundred, (now - then) / then * Fraction.Hundred, true, Gap.None);
    }
}
