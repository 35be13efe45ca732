using Microsoft.Net.Http.Headers;

namespace Units.Gateway.Errors;

/// <summary>Chooses the language of a caller.</summary>
public static class Languages
{
    /// <summary>The locale as LocalizedMessage writes it.</summary>
    public static string Locale(this Language language) => language == Language.En ? "en" : "vi";

    /// <summary>The language that an accept-language header prefers, of the two there are; Vietnamese when it names neither.</summary>
    public static Language Choose(IList<string> acceptLanguage)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptLanguage, out IList<StringWithQualityHeaderValue>? wanted))
        {
            return Language.Vi;
        }

        foreach (StringWithQualityHeaderValue item in wanted.OrderByDescending(w => w.Quality ?? 1))
        {
            ReadOnlySpan<char> tag = item.Value.AsSpan();
            if (item.Quality == 0)
            {
                continue;
            }

            if (Is(tag, "vi"))
            {
                return Language.Vi;
            }

            if (Is(tag, "en"))
            {
                return Language.En;
            }
        }

        return Language.Vi;
    }

    private static bool Is(ReadOnlySpan<char> tag, ReadOnlySpan<char> language) =>
        tag.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (tag.Length == language.Length || tag[language.Length] == '-');
}
