namespace Units;

/// <summary>The grain key of a unit. The prefix keeps all-digit ids from being read as numbers by AdoNet storage.</summary>
public static class UnitKey
{
    private const string Prefix = "u:";

    /// <summary>The grain key of <paramref name="unit"/>.</summary>
    public static string Of(UnitId unit) => Prefix + unit.Text;

    /// <summary>The unit whose grain key this is.</summary>
    /// <exception cref="FormatException">The key has not the shape <c>u:unit</c>.</exception>
    public static UnitId Parse(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && IdentifierText.IsValid(key[Prefix.Length..])
            ? new UnitId(key[Prefix.Length..])
            : throw new FormatException($"'{key}' is not the key of a unit; expected {Prefix} and {IdentifierText.Rule}.");
}
