using System.Globalization;
using System.Numerics;

namespace Units.EndToEnd.Tests.Support;

/// <summary>A share in per cent, worked out here with whole numbers and nothing of the product.</summary>
internal readonly record struct Share(long Numerator, long Denominator)
{
    private const int Decimals = 18;

    /// <summary>Rounded half away from zero to two decimals.</summary>
    public string Rounded => Text((((BigInteger)Numerator * 100 * 100 * 2) + Denominator) / ((BigInteger)Denominator * 2), 2);

    /// <summary>Cut off after 18 decimals, without zeros at the end.</summary>
    public string Unrounded => Text((BigInteger)Numerator * 100 * BigInteger.Pow(10, Decimals) / Denominator, Decimals).TrimEnd('0');

    private static string Text(BigInteger units, int decimals)
    {
        string digits = units.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return $"{digits[..^decimals]}.{digits[^decimals..]}";
    }
}
