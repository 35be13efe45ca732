using System.Globalization;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Exact figures as the decimals that screens draw. What they show is within what a decimal holds: 10¹⁷ of an amount, summed over a country.</summary>
internal static class Figures
{
    /// <summary>The value of an indicator; null where it is missing.</summary>
    public static decimal? Of(IndicatorValue value) => value.Quotient is { } quotient ? Number(quotient.Rounded(DecimalText.MaxScale)) : null;

    /// <summary>A fraction; null where it is missing.</summary>
    public static decimal? Of(Fraction? value) => value is { } known ? Number(known.Rounded(DecimalText.MaxScale)) : null;

    /// <summary>An amount of a scale.</summary>
    public static decimal Of(Amount amount, int scale) => Number(DecimalText.Format(amount, scale));

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
