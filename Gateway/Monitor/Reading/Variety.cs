namespace Units.Gateway.Monitor.Reading;

/// <summary>How unlike units stand by an indicator, so that a map is opened on one that tells them apart.</summary>
internal static class Variety
{
    /// <summary>In how many of all pairs of units the two have different statuses, from 0 to 1; who has none is like everybody.</summary>
    public static double Of(IReadOnlyCollection<TargetStatus> statuses)
    {
        if (statuses.Count < 2)
        {
            return 0;
        }

        int[] counts = [.. statuses.Where(s => s != TargetStatus.NotYetAssessable).GroupBy(s => s).Select(g => g.Count())];
        double assessed = counts.Sum();
        double pairs = ((assessed * assessed) - counts.Sum(c => (double)c * c)) / 2;
        return pairs / (statuses.Count * (statuses.Count - 1) / 2.0);
    }

    /// <summary>The indicator of some by which the units below stand most unlike, the first of equals; null where by none they differ.</summary>
    public static Indicator? Most(IEnumerable<Indicator> indicators, IReadOnlyDictionary<int, double> varieties) =>
        indicators.MaxBy(i => varieties.GetValueOrDefault(i.Number)) is { } most && varieties.GetValueOrDefault(most.Number) > 0 ? most : null;
}
