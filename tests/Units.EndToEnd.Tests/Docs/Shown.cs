using System.Text;
using System.Text.RegularExpressions;

namespace Units.EndToEnd.Tests.Docs;

/// <summary>What a document shows beside what was printed. An ellipsis (…) stands for whatever is left out.</summary>
internal static class Shown
{
    private const char Ellipsis = '…';

    /// <summary>True where what was printed is what is shown. In JSON the space between tokens says nothing.</summary>
    public static bool Matches(string language, string shown, string printed)
    {
        bool json = language == "json";
        IEnumerable<string> parts = Plain(shown, json).Split(Ellipsis).Select(Regex.Escape);
        return Regex.IsMatch(Plain(printed, json), $"^{string.Join(".*?", parts)}$", RegexOptions.Singleline, TimeSpan.FromSeconds(10));
    }

    private static string Plain(string text, bool json) =>
        json ? WithoutSpace(text) : string.Join('\n', text.Trim().Split('\n').Select(l => l.TrimEnd()));

    private static string WithoutSpace(string json)
    {
        StringBuilder plain = new();
        bool inString = false;
        for (int i = 0; i < json.Length; i++)
        {
            if (inString && json[i] == '\\' && i + 1 < json.Length)
            {
                plain.Append(json[i++]);
            }
            else if (json[i] == '"')
            {
                inString = !inString;
            }
            else if (!inString && char.IsWhiteSpace(json[i]))
            {
                continue;
            }

            plain.Append(json[i]);
        }

        return plain.ToString();
    }
}
