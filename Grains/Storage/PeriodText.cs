using System.Text.Json;

namespace Units.Grains.Storage;

/// <summary>Who closed or reopened and why, as the journal keeps it: a JSON array that begins with the version of its shape, pinned by a test.</summary>
internal static class PeriodText
{
    private const int Version = 1;

    /// <summary>Writes it.</summary>
    public static string Write(string by, string reason) => JsonSerializer.Serialize(new object[] { Version, by, reason });

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text has another version.</exception>
    public static (string By, string Reason) Read(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement items = document.RootElement;
        return items[0].GetInt32() == Version
            ? (items[1].GetString()!, items[2].GetString()!)
            : throw new FormatException($"A closing in the journal has version {items[0]}; this build reads {Version}.");
    }
}
