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

    // By so much a map tells its units apart: of ten, one stands otherwise than the others.
    private const double Telling = 0.2;

    /// <summary>What a map opens on: the indicator by which the units below stand most unlike, of those by which the unit itself is late, since that is where
    /// something is to be done and the map shows by whom; else of those by which one below is late; else of all. The first of equals; null where by none they
    /// differ.</summary>
    /// <param name="shown">The indicators, with how the unit itself stands.</param>
    /// <param name="spreads">How the units below stand, by the number of the indicator.</param>
    public static (Indicator Indicator, Opening Why)? Most(IEnumerable<(Indicator Indicator, TargetStatus Own)> shown, IReadOnlyDictionary<int, Spread> spreads)
    {
        (Indicator Indicator, Opening Why, double Unlike)[] differing =
        [
            .. shown.Select(s => (s.Indicator, s.Own, Spread: spreads.GetValueOrDefault(s.Indicator.Number))).Where(s => s.Spread.Unlike > 0)
                .Select(s => (s.Indicator, Why(s.Own, s.Spread), s.Spread.Unlike)),
        ];
        return differing.Length == 0 ? null
            : differing.OrderByDescending(d => d.Why).ThenByDescending(d => d.Unlike).Select(d => (d.Indicator, d.Why)).First();
    }

    private static Opening Why(TargetStatus own, Spread spread) =>
        IsLate(own) && spread.Unlike >= Telling ? Opening.Late : IsLate(own) || spread.HasLate ? Opening.LateBelow : Opening.Varied;

    private static bool IsLate(TargetStatus status) => status is TargetStatus.Behind or TargetStatus.AtRisk;
}
