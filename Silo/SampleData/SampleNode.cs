using System.Globalization;
using System.Text.Json;

namespace Units.Silo.SampleData;

/// <summary>A JSON object of a sample file together with its place, so that every complaint can name it.</summary>
/// <remarks>Keys are taken off one by one; <see cref="End"/> then refuses what nobody asked for, which is how a misspelt key is found.</remarks>
internal sealed class SampleNode
{
    private readonly string _file;
    private readonly string _path;
    private readonly Dictionary<string, JsonElement> _rest = new(StringComparer.Ordinal);

    public SampleNode(string file, string path, JsonElement element)
    {
        _file = file;
        _path = path;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new SampleFormatException(file, path.Length == 0 ? "line 1" : path, element.GetRawText(), "an object is expected");
        }

        foreach (JsonProperty property in element.EnumerateObject())
        {
            _rest.Add(property.Name, property.Value);
        }
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string key) => OptionalText(key) ?? throw Fail(key, "", "this key is required");

    /// <summary>A text, or null where the key is missing.</summary>
    public string? OptionalText(string key)
    {
        if (!_rest.Remove(key, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw Fail(key, value.GetRawText(), "a text in quotes that is not empty is expected");
    }

    /// <summary>An identifier that we choose ourselves.</summary>
    public string Id(string key)
    {
        string text = Text(key);
        return IdentifierText.IsValid(text) ? text : throw Fail(key, text, $"an identifier is expected: {IdentifierText.Rule}");
    }

    /// <summary>A month that must be there.</summary>
    public string MonthText(string key) => CheckedMonth(key, Text(key));

    /// <summary>A month, or <paramref name="otherwise"/> where the key is missing.</summary>
    public string MonthText(string key, string otherwise) => CheckedMonth(key, OptionalText(key) ?? otherwise);

    /// <summary>A day, or the empty text where the key is missing.</summary>
    public string DayText(string key)
    {
        string? text = OptionalText(key);
        return text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text ?? ""
            : throw Fail(key, text, "a day is expected, such as 2025-06-30");
    }

    /// <summary>A decimal string of at most this many decimals that fits an amount.</summary>
    public string Value(string key, int scale)
    {
        string text = Text(key);
        DecimalTextError error = DecimalText.Parse(text, scale, out _);
        return error == DecimalTextError.None
            ? text
            : throw Fail(key, text, $"a decimal number of at most {scale} decimals within ±10^17 units of the last one is expected ({error})");
    }

    /// <summary>A whole number within bounds, or <paramref name="otherwise"/> where the key is missing.</summary>
    public int Number(string key, int least, int most, int? otherwise = null)
    {
        if (!_rest.Remove(key, out JsonElement value))
        {
            return otherwise ?? throw Fail(key, "", "this key is required");
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most
            ? number
            : throw Fail(key, value.GetRawText(), $"a whole number from {least} to {most} is expected");
    }

    /// <summary>True or false; false where the key is missing.</summary>
    public bool Flag(string key)
    {
        if (!_rest.Remove(key, out JsonElement value))
        {
            return false;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw Fail(key, value.GetRawText(), "true or false is expected");
    }

    /// <summary>One of a few words, mapped to what it means.</summary>
    public T Word<T>(string key, IReadOnlyDictionary<string, T> words, string? otherwise = null)
    {
        string text = OptionalText(key) ?? otherwise ?? throw Fail(key, "", "this key is required");
        return words.TryGetValue(text, out T? meaning) ? meaning : throw Fail(key, text, $"one of {string.Join(", ", words.Keys)} is expected");
    }

    /// <summary>A range of months that must be there.</summary>
    public string Range(string key)
    {
        string text = Text(key);
        return MonthRange.TryParse(text, out _) ? text : throw Fail(key, text, "2020, 2020-07, 2020-Q3 or 2020-01/2020-06 is expected");
    }

    /// <summary>An object that must be there.</summary>
    public SampleNode Item(string key) =>
        _rest.Remove(key, out JsonElement value) ? new SampleNode(_file, Place(key), value) : throw Fail(key, "", "this key is required");

    /// <summary>An object, or null where the key is missing.</summary>
    public SampleNode? OptionalItem(string key) => _rest.Remove(key, out JsonElement value) ? new SampleNode(_file, Place(key), value) : null;

    /// <summary>A decimal string, or null where the key is missing.</summary>
    public string? OptionalValue(string key) => _rest.ContainsKey(key) ? Value(key, DecimalText.MaxScale) : null;

    /// <summary>The texts of a list; none where the key is missing.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        if (!_rest.Remove(key, out JsonElement list))
        {
            return [];
        }

        return list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : throw Fail(key, list.GetRawText(), "a list of texts is expected");
    }

    /// <summary>The objects of a list; none where the key is missing and need not be there.</summary>
    public IEnumerable<SampleNode> Items(string key, bool required = true)
    {
        if (!_rest.Remove(key, out JsonElement list))
        {
            return required ? throw Fail(key, "", "this key is required") : [];
        }

        return list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select((item, i) => new SampleNode(_file, $"{Place(key)}[{i}]", item))
            : throw Fail(key, list.GetRawText(), "a list is expected");
    }

    /// <summary>Refuses every key that was not asked for.</summary>
    public void End()
    {
        foreach ((string key, JsonElement value) in _rest)
        {
            throw Fail(key, value.GetRawText(), "this key is not known here");
        }
    }

    /// <summary>The complaint about a key.</summary>
    public SampleFormatException Fail(string key, string value, string rule) => new(_file, Place(key), value, rule);

    private string CheckedMonth(string key, string text) =>
        Month.TryParse(text, out _) ? text : throw Fail(key, text, "a month is expected, such as 2019-07");

    private string Place(string key) => _path.Length == 0 ? key : $"{_path}.{key}";
}
