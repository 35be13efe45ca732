using System.Globalization;
using System.Numerics;

namespace Units;

/// <summary>Amounts as decimal strings: <c>-1234.5</c>, a point, no grouping, no exponent.</summary>
public static class DecimalText
{
    /// <summary>The largest scale of a measure: six decimals.</summary>
    public const int MaxScale = 6;

    /// <summary>Reads a decimal string as an amount of this scale.</summary>
    public static DecimalTextError Parse(string? text, int scale, out Amount amount)
    {
        amount = Amount.Zero;
        if (string.IsNullOrEmpty(text) || text.Length > 64)
        {
            return DecimalTextError.NotANumber;
        }

        ReadOnlySpan<char> rest = text[0] == '-' ? text.AsSpan(1) : text;
        int point = rest.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? rest : rest[..point];
        ReadOnlySpan<char> fraction = point < 0 ? [] : rest[(point + 1)..];
        if (whole.IsEmpty || (point >= 0 && fraction.IsEmpty) || !AllDigits(whole) || !AllDigits(fraction))
        {
            return DecimalTextError.NotANumber;
        }

        if (fraction.TrimEnd('0').Length > scale)
        {
            return DecimalTextError.TooManyDecimals;
        }

        Int128 value = 0;
        foreach (char digit in whole)
        {
            value = value * 10 + (digit - '0');
            if (value > Amount.MaxStored)
            {
                return DecimalTextError.OutOfRange;
            }
        }

        for (int i = 0; i < scale; i++)
        {
            value = value * 10 + (i < fraction.Length ? fraction[i] - '0' : 0);
        }

        amount = new Amount(text[0] == '-' ? -value : value);
        return amount.IsStorable ? DecimalTextError.None : DecimalTextError.OutOfRange;
    }

    /// <summary>Writes an amount of this scale in its shortest exact form: <c>507.8</c>, <c>-3</c>, <c>0</c>.</summary>
    public static string Format(Amount amount, int scale) => Format((BigInteger)amount.Scaled, scale);

    /// <summary>Writes an integer count of 10⁻ˢᶜᵃˡᵉ in its shortest exact form.</summary>
    public static string Format(BigInteger scaled, int scale)
    {
        // Nearly all fit, and are written several times as fast.
        BigInteger size = BigInteger.Abs(scaled);
        string all = size <= long.MaxValue ? ((long)size).ToString(CultureInfo.InvariantCulture) : size.ToString(CultureInfo.InvariantCulture);
        string digits = all.PadLeft(scale + 1, '0');
        string text = scale == 0 ? digits : (digits[..^scale] + "." + digits[^scale..]).TrimEnd('0').TrimEnd('.');
        return scaled.Sign < 0 ? "-" + text : text;
    }

    private static bool AllDigits(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
