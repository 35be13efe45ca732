namespace Units.EndToEnd.Tests.CityReports;

/// <summary>What is reported of a line, and what has to be read back.</summary>
/// <param name="Value">The value as it is shown; empty for none.</param>
/// <param name="Met">Of each target in the order of its tiers, + for met, − for not met, ? for what cannot be said; empty for a line without target.</param>
/// <param name="Terms">What is reported, as the <see cref="Shape"/> says.</param>
internal sealed record Probe(string Value, string Met, params string[] Terms)
{
    /// <summary>The values are estimates (ước).</summary>
    public bool Estimate { get; init; }

    /// <summary>The values are "at least" (trên).</summary>
    public bool AtLeast { get; init; }

    /// <summary>The per cent of each target; null where it is not looked at.</summary>
    public string[]? Percents { get; init; }

    /// <summary>The change on the year before; null where it is not looked at.</summary>
    public string? Change { get; init; }

    /// <summary>The months in which it was outside.</summary>
    public string[] Breaches { get; init; } = [];
}
