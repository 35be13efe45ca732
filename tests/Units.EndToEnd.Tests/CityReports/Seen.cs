namespace Units.EndToEnd.Tests.CityReports;

/// <summary>What was read back of a probe.</summary>
/// <param name="Indicator">The comparisons.</param>
/// <param name="Named">The children that said that they have attained, where they are counted.</param>
internal sealed record Seen(V1.IndicatorComparison Indicator, IReadOnlyList<string> Named)
{
    /// <summary>Of each target in the order of its tiers, + for met, − for not met, ? for what cannot be said.</summary>
    public string Met => string.Concat(Indicator.Targets.OrderBy(t => t.Tier).Select(t => t.HasMet ? t.Met ? "+" : "-" : "?"));

    /// <summary>The targets as people write them.</summary>
    public string Targets => string.Join("; ", Indicator.Targets.OrderBy(t => t.Tier).Select(t => $"{t.Kind} {Bounds(t)}{(t.Tier == V1.Tier.Assigned ? "" : $" ({t.Tier})")}"));

    private static string Bounds(V1.TargetComparison target) =>
        target.Lower == target.Upper || target.Upper.Length == 0 ? target.Lower : target.Lower.Length == 0 ? target.Upper : $"{target.Lower}–{target.Upper}";
}
