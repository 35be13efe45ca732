namespace Units;

/// <summary>The shape shared by every identifier that we choose ourselves: <c>[a-z][a-z0-9-]{2,62}</c>.</summary>
public static class IdentifierText
{
    /// <summary>The rule in words that an error message can quote.</summary>
    public const string Rule = "[a-z][a-z0-9-]{2,62}";

    /// <summary>True when <paramref name="text"/> has 3 to 63 characters: a lower-case letter, then letters, digits or hyphens.</summary>
    public static bool IsValid(string? text)
    {
        if (text is null || text.Length is < 3 or > 63 || !char.IsAsciiLetterLower(text[0]))
        {
            return false;
        }

        foreach (char c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }

    internal static string Require(string text, string name) =>
        IsValid(text) ? text : throw new ArgumentException($"'{text}' is not an identifier; expected {Rule}.", name);
}
