using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Page tokens: where the page before ended, bound to the question by a hash of it.</summary>
internal static class PageTokens
{
    /// <summary>The page size where none is asked for.</summary>
    public const int DefaultSize = 100;

    /// <summary>The largest page.</summary>
    public const int MaxSize = 1000;

    private const int HashLength = 8;

    /// <summary>The page size asked for.</summary>
    public static int Size(this Violations found, int asked) => asked == 0 ? DefaultSize : found.Whole("page_size", asked, 1, MaxSize);

    /// <summary>The token of the page after <paramref name="last"/>.</summary>
    public static string Write(string question, string last) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Hash(question) + last));

    /// <summary>The id where the page before ended; null for the first page.</summary>
    public static string? PageToken(this Violations found, string question, string token)
    {
        if (token.Length == 0)
        {
            return null;
        }

        string text = Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : "";
        string hash = Hash(question);
        if (text.StartsWith(hash, StringComparison.Ordinal) && IdentifierText.IsValid(text[hash.Length..]))
        {
            return text[hash.Length..];
        }

        found.Add(GatewayReasons.BadPageToken, "page_token", token);
        return null;
    }

    /// <summary>The token of the page after a line of a journal.</summary>
    public static string Write(string question, JournalPlace last) =>
        Write(question, string.Create(CultureInfo.InvariantCulture, $"{last.Sequence}.{last.N}"));

    /// <summary>The line of a journal where the page before ended; null for the first page.</summary>
    public static JournalPlace? PagePlace(this Violations found, string question, string token)
    {
        if (token.Length == 0)
        {
            return null;
        }

        string text = Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : "";
        string hash = Hash(question);
        string[] parts = text.StartsWith(hash, StringComparison.Ordinal) ? text[hash.Length..].Split('.') : [];
        if (parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long sequence)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int n))
        {
            return new JournalPlace(sequence, n);
        }

        found.Add(GatewayReasons.BadPageToken, "page_token", token);
        return null;
    }

    private static string Hash(string question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)))[..HashLength];
}
