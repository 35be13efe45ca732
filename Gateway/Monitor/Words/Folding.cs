using System.Globalization;
using System.Text;

namespace Units.Gateway.Monitor.Words;

/// <summary>Names as they are compared and found: in the order of the Vietnamese alphabet, and without diacritics.</summary>
public static class Folding
{
    private static readonly CompareInfo Alphabet = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    /// <summary>The order of the Vietnamese alphabet: Đ after D.</summary>
    public static int Compare(string a, string b) => Alphabet.Compare(a, b, CompareOptions.IgnoreCase);

    /// <summary>A text in small letters without diacritics and with single spaces: Đà Nẵng becomes da nang.</summary>
    public static string Of(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            char small = char.ToLowerInvariant(c) is var lower && lower == 'đ' ? 'd' : lower;
            bool isSpace = char.IsWhiteSpace(small) || small is '-' or ',';
            if (!isSpace)
            {
                folded.Append(small);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }
}
