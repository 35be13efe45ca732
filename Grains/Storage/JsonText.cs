using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Units.Grains.Storage;

/// <summary>Documents of the journal: JSON objects whose first member <c>v</c> is the version of their shape. What is empty is left out.</summary>
internal static class JsonText
{
    // The journal is read by people too: letters with accents stay as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an object of a version.</summary>
    public static string Write(int version, Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("v", version);
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text has another version.</exception>
    public static T Read<T>(string text, int version, string what, Func<JsonElement, T> read)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("v", out JsonElement found) && found.GetInt32() == version
            ? read(root)
            : throw new FormatException($"{what} in the journal is not of version {version}, which this build reads.");
    }

    /// <summary>Writes a text that is not empty.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>Writes an amount that is there, without its scale.</summary>
    public static void Amount(this Utf8JsonWriter json, string name, Amount? amount)
    {
        if (amount is { } said)
        {
            json.WriteNumber(name, (long)said.Scaled);
        }
    }

    /// <summary>Writes a list that is not empty.</summary>
    public static void Items<T>(this Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (T item in items)
            {
                write(item);
            }

            json.WriteEndArray();
        }
    }

    /// <summary>Writes a decision that is there.</summary>
    public static void Decision(this Utf8JsonWriter json, Decision? decision)
    {
        if (decision is not null)
        {
            json.WriteStartObject("decision");
            json.WriteString("number", decision.Number);
            json.WriteString("date", decision.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("issuer", decision.Issuer);
            json.WriteEndObject();
        }
    }

    /// <summary>A text; empty where it was left out.</summary>
    public static string Text(this JsonElement json, string name) => json.TryGetProperty(name, out JsonElement text) ? text.GetString() ?? "" : "";

    /// <summary>An amount; null where it was left out.</summary>
    public static Amount? Amount(this JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement amount) ? new Amount(amount.GetInt64()) : null;

    /// <summary>A number; 0 where it was left out.</summary>
    public static int Number(this JsonElement json, string name) => json.TryGetProperty(name, out JsonElement number) ? number.GetInt32() : 0;

    /// <summary>A list; empty where it was left out.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement items) ? items.EnumerateArray() : [];

    /// <summary>A range of months.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static MonthRange Range(this JsonElement json, string name) => MonthRange.TryParse(json.Text(name), out MonthRange range)
        ? range
        : throw new FormatException($"'{json.Text(name)}' in the journal is no range of months.");

    /// <summary>The decision; null where it was left out.</summary>
    public static Decision? Decision(this JsonElement json) => json.TryGetProperty("decision", out JsonElement d)
        ? new Decision(d.Text("number"), DateOnly.ParseExact(d.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture), d.Text("issuer"))
        : null;
}
