using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Units.Silo.Storage;

/// <summary>The JSON of units, measures and indicators in the database. Every shape has its version; all are pinned by a test.</summary>
internal static class RegistryJson
{
    // Vietnamese stays legible to whoever opens the file; nothing of it is ever put into a page.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one of the stored shapes.</summary>
    public static string Write<T>(T stored) => JsonSerializer.Serialize(stored, Options);

    /// <summary>Reads one of the stored shapes.</summary>
    /// <exception cref="InvalidDataException">It has another version.</exception>
    public static T Read<T>(string json, int version, string what)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        int found = document.RootElement.GetProperty("v").GetInt32();
        if (found != version)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"{what} is stored with version {found}; this build reads version {version}. Start the build that wrote it or a newer one."));
        }

        return document.RootElement.Deserialize<T>(Options)!;
    }
}
