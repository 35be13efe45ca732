namespace Units.LoadTest.Countries;

/// <summary>The countries by the names that the command line takes.</summary>
internal static class CountryNames
{
    /// <summary>What may be said.</summary>
    public const string Known = "since-2025, before-2025, or the fan-out of each level as in 10x20x50";

    /// <summary>The country of a name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists the names.</exception>
    public static Country Of(string name) => name switch
    {
        "since-2025" => OfficialCountry.Since2025(),
        "before-2025" => OfficialCountry.Before2025(),
        _ when SyntheticCountry.TryParse(name, out Country? country) => country!,
        _ => throw new ArgumentException($"'{name}' is no country: say {Known}."),
    };
}
