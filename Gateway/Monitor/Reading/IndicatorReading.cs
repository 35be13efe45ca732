namespace Units.Gateway.Monitor.Reading;

/// <summary>An indicator of a unit as a screen needs it.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Numerator">The measure behind it.</param>
/// <param name="Value">Its exact value so far in the period.</param>
/// <param name="Month">Its value in the month that is reported now.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Before">How it stood at the end of the month before; null where the period has only begun.</param>
/// <param name="Course">How far the period has come.</param>
internal sealed record IndicatorReading(
    Indicator Indicator, Measure Numerator, IndicatorValue Value, IndicatorValue Month, Standing Standing, Standing? Before, PeriodCourse Course)
{
    /// <summary>True where there is something to show: a value or a target.</summary>
    public bool IsAbout => Value.Quotient is not null || Standing.Target is not null;

    /// <summary>Decimals to show.</summary>
    public int Decimals => Indicator.Formula == FormulaKind.Amount ? Math.Min(1, Numerator.Scale) : Indicator.Decimals;
}
