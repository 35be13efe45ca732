using System.Text;

namespace Units;

/// <summary>The order in which decisions hold: by date, of one day by number, whatever the order in which they arrive.</summary>
public static class DecisionOrder
{
    /// <summary>Less than 0 where <paramref name="a"/> was issued before <paramref name="b"/>. 0 only for the same number of the same issuer and day.</summary>
    /// <remarks>Numbers are compared as they count: 99/QĐ comes before 100/QĐ.</remarks>
    public static int Compare(Decision a, Decision b)
    {
        int order = a.Date.CompareTo(b.Date);
        order = order != 0 ? order : Count(a.Number).CompareTo(Count(b.Number));
        order = order != 0 ? order : string.CompareOrdinal(Plain(a.Number), Plain(b.Number));
        return order != 0 ? order : string.CompareOrdinal(Plain(a.Issuer), Plain(b.Issuer));
    }

    /// <summary>True where one issuer has used one number: its case and the way its accents are written make no difference.</summary>
    public static bool IsSameNumber(Decision a, Decision b) => Plain(a.Number) == Plain(b.Number) && Plain(a.Issuer) == Plain(b.Issuer);

    private static string Plain(string text) => text.Trim().Normalize(NormalizationForm.FormC).ToUpperInvariant();

    // The number before the first sign that is no digit; one that has none counts before all.
    private static long Count(string number)
    {
        string digits = string.Concat(number.Trim().TakeWhile(char.IsAsciiDigit).Take(18));
        return digits.Length == 0 ? -1 : long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
