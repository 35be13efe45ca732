using System.Text.Encodings.Web;
using System.Text.Json;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Watching;

namespace Units.Gateway.Monitor.Live;

/// <summary>What changes on a page, in both languages: each encoded once, when the first page in it is shown it. A page that was shown the frame before is
/// sent what is other than in it.</summary>
internal sealed class PageFrame : Frame
{
    /// <summary>The name of the event.</summary>
    public const string Name = "page";

    // It goes into a script's JSON.parse and from there into texts and attributes, never into markup.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<PageParts> _parts;
    private readonly Lazy<PageParts> _englishParts;
    private readonly Lazy<byte[]> _english;
    private readonly object? _before;
    private readonly byte[]? _changes;
    private readonly byte[]? _englishChanges;

    /// <summary>A frame.</summary>
    /// <param name="version">The version that it shows.</param>
    /// <param name="parts">Writes the page's parts in a language.</param>
    /// <param name="before">The frame of the same question before it; null for none.</param>
    public PageFrame(UnitVersion version, Func<Language, PageParts> parts, PageFrame? before)
        : this(version, new Lazy<PageParts>(() => parts(Language.Vi)), new Lazy<PageParts>(() => parts(Language.En)), before)
    {
    }

    private PageFrame(UnitVersion version, Lazy<PageParts> vietnamese, Lazy<PageParts> english, PageFrame? before)
        : base(version, Name, () => throw new NotSupportedException("Pages are not sent over gRPC."), () => Write(vietnamese.Value))
    {
        (_parts, _englishParts) = (vietnamese, english);
        _english = new Lazy<byte[]>(() => Counted(Write(english.Value)));
        (Line, _before) = (before?.Line ?? new object(), before?.Mark);
        (_changes, _englishChanges) = (Changes(vietnamese, before?._parts), Changes(english, before?._englishParts));
    }

    /// <summary>What a page remembers that was shown this frame: less than the frame, which is long.</summary>
    public object Mark { get; } = new();

    /// <summary>The same for all frames of a question.</summary>
    public object Line { get; }

    /// <summary>The frame in a language, without its resume token and its closing brace.</summary>
    /// <param name="language">The language.</param>
    /// <param name="shown">The mark of the frame of the same question that the page was shown last; null for none.</param>
    public ReadOnlyMemory<byte> In(Language language, object? shown)
    {
        byte[]? changes = shown is null || shown != _before ? null : language == Language.En ? _englishChanges : _changes;
        return changes is not null ? changes : language == Language.En ? _english.Value : AsJson;
    }

    // Only where somebody was shown the frame before in that language. Made at once: the frame before is needed no longer then.
    private static byte[]? Changes(Lazy<PageParts> parts, Lazy<PageParts>? before) =>
        before is { IsValueCreated: true } ? Counted(Write(parts.Value.Since(before.Value))) : null;

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
