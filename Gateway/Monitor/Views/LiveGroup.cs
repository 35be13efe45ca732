namespace Units.Gateway.Monitor.Views;

/// <summary>A part of a page that changes while it is looked at: what the page shows at first and what its stream sends are made of the same.</summary>
/// <param name="Key">Which part: the element with this <c>data-k</c>.</param>
/// <param name="Fields">Name and text of each of its fields: the elements with the name in their <c>data-f</c>.</param>
public sealed record LiveGroup(string Key, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The text of a field.</summary>
    public string this[string field] => Fields.First(f => f.Key == field).Value;
}
