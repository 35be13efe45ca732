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
    /// <exception cref="InvalidDataException">It has a newer version than this build knows, or none.</exception>
    public static T Read<T>(string json, int version, string what)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        int found = document.RootElement.GetProperty("v").GetInt32();
        if (found < 1 || found > version)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"{what} is stored with version {found}; this build reads version {version}. Start the build that wrote it or a newer one."));
        }

        return document.RootElement.Deserialize<T>(Options)!;
    }

    /// <summary>A stored unit, with what the tables say of it.</summary>
    public static Unit ReadUnit(string id, string json, ILookup<string, UnitEdge> edges, ILookup<string, UnitIdentifier> identifiers) =>
        Read<StoredUnit>(json, StoredUnit.Version, $"The unit '{id}'").ToUnit(new UnitId(id), [.. edges[id]], [.. identifiers[id]]);

    /// <summary>A stored measure.</summary>
    public static Measure ReadMeasure(string id, int number, string json) =>
        Read<StoredMeasure>(json, StoredMeasure.Version, $"The measure '{id}'").ToMeasure(new MeasureId(id), number);

    /// <summary>A stored indicator.</summary>
    public static Indicator ReadIndicator(string id, int number, string json) =>
        Read<StoredIndicator>(json, StoredIndicator.Version, $"The indicator '{id}'").ToIndicator(new IndicatorId(id), number);

    /// <summary>Refuses a measure or indicator whose number no cell could carry.</summary>
    /// <exception cref="ArgumentException">The number is not from 1 to <see cref="CellKey.MaxSubject"/>.</exception>
    public static void RequireNumber(int number, string id)
    {
        if (number is < 1 or > CellKey.MaxSubject)
        {
            throw new ArgumentException($"'{id}' has the number {number}; the registry gives numbers from 1 to {CellKey.MaxSubject} before it stores.",
                nameof(number));
        }
    }
}
