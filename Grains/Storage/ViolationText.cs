using System.Collections.Immutable;
using System.Text.Json;

namespace Units.Grains.Storage;

/// <summary>A violation as the journal keeps it: a JSON array that begins with the version of its shape, pinned by a test.</summary>
internal static class ViolationText
{
    private const int Version = 1;

    /// <summary>Writes a violation.</summary>
    public static string Write(Violation violation) =>
        JsonSerializer.Serialize(new object[] { Version, violation.Reason, violation.Field, violation.Value, violation.Arguments });

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text has another version.</exception>
    public static Violation Read(string text)
    {
        JsonElement items = JsonDocument.Parse(text).RootElement;
        if (items[0].GetInt32() != Version)
        {
            throw new FormatException($"A violation in the journal has version {items[0]}; this build reads {Version}.");
        }

        return new Violation(
            items[1].GetString()!, items[2].GetString()!, items[3].GetString()!,
            [.. items[4].EnumerateArray().Select(e => e.GetString()!)]);
    }
}
