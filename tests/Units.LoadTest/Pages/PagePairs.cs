using Units.LoadTest.Compare;

namespace Units.LoadTest.Pages;

/// <summary>The highest rates of reports with and without pages, measured in pairs.</summary>
/// <param name="pairs">Acknowledged reports a second.</param>
internal sealed class PagePairs(IReadOnlyList<(double With, double Without)> pairs)
{
    /// <summary>With over without, of each pair.</summary>
    public Series Ratios { get; } = new(pairs.Select(p => p.With / p.Without));

    /// <summary>The rate without pages, reports a second.</summary>
    public Series Without { get; } = new(pairs.Select(p => p.Without));

    /// <summary>The rate with pages, reports a second.</summary>
    public Series With { get; } = new(pairs.Select(p => p.With));

    /// <summary>By the names under which they are shown and required.</summary>
    public IReadOnlyDictionary<string, double> Named => new Dictionary<string, double>
    {
        ["max_rate_ratio"] = Ratios.Median,
        ["max_rate_ratio_lowest"] = Ratios.Min,
        ["max_rate_ratio_highest"] = Ratios.Max,
        ["max_rate_without"] = Without.Median,
        ["max_rate_with"] = With.Median,
    };
}
