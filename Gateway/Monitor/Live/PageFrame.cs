using System.Text.Encodings.Web;
using System.Text.Json;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Watching;

namespace Units.Gateway.Monitor.Live;

/// <summary>What changes on a page, in both languages: each encoded once, when the first page in it is shown it.</summary>
internal sealed class PageFrame : Frame
{
    /// <summary>The name of the event.</summary>
    public const string Name = "page";

    // It goes into a script's JSON.parse and from there into texts and attributes, never into markup.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<byte[]> _english;

    /// <summary>A frame.</summary>
    /// <param name="version">The version that it shows.</param>
    /// <param name="parts">Writes the page's parts in a language.</param>
    public PageFrame(UnitVersion version, Func<Language, PageParts> parts)
        : base(version, Name, () => throw new NotSupportedException("Pages are not sent over gRPC."), () => Write(parts(Language.Vi))) =>
        _english = new Lazy<byte[]>(() => Counted(Write(parts(Language.En))));

    /// <summary>The frame in a language, without its resume token and its closing brace.</summary>
    public ReadOnlyMemory<byte> In(Language language) => language == Language.En ? _english.Value : AsJson;

    private static byte[] Write(PageParts parts)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("at", parts.At);
            json.WriteString("v", parts.Version);
            json.WriteStartObject("g");
            foreach (LiveGroup group in parts.Groups)
            {
                json.WriteStartObject(group.Key);
                foreach ((string field, string text) in group.Fields)
                {
                    json.WriteString(field, text);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            Names(json, "ranked", parts.Ranked);
            Names(json, "unranked", parts.Unranked);
            json.WriteEndObject();
        }

        return bytes.ToArray()[..^1];
    }

    private static void Names(Utf8JsonWriter json, string property, IReadOnlyList<string> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }

        json.WriteStartArray(property);
        foreach (string key in keys)
        {
            json.WriteStringValue(key);
        }

        json.WriteEndArray();
    }
}
