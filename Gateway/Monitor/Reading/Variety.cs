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

    /// <summary>The same with whether any of them is late.</summary>
    public static Spread Spread(IReadOnlyCollection<TargetStatus> statuses) => new(Of(statuses), statuses.Any(IsLate));

    /// <summary>What a map opens on: the indicator by which the units below stand most unlike, of those by which the unit itself or one below it is late, since
    /// that is where something is to be done; where nobody is late, of all. The first of equals; null where by none they differ.</summary>
    /// <param name="shown">The indicators, with how the unit itself stands.</param>
    /// <param name="spreads">How the units below stand, by the number of the indicator.</param>
    public static (Indicator Indicator, bool IsLate)? Most(IEnumerable<(Indicator Indicator, TargetStatus Own)> shown, IReadOnlyDictionary<int, Spread> spreads)
    {
        (Indicator Indicator, bool IsLate, double Unlike)[] differing =
        [
            .. shown.Select(s => (s.Indicator, s.Own, Spread: spreads.GetValueOrDefault(s.Indicator.Number))).Where(s => s.Spread.Unlike > 0)
                .Select(s => (s.Indicator, s.Spread.HasLate || IsLate(s.Own), s.Spread.Unlike)),
        ];
        return differing.Length == 0 ? null
            : differing.OrderByDescending(d => d.IsLate).ThenByDescending(d => d.Unlike).Select(d => (d.Indicator, d.IsLate)).First();
    }

    private static bool IsLate(TargetStatus status) => status is TargetStatus.Behind or TargetStatus.AtRisk;
}
