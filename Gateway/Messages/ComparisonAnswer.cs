using Units.Gateway.Caches;
using Units.Gateway.Comparing;

namespace Units.Gateway.Messages;

/// <summary>Makes the whole answer from what a unit was compared with.</summary>
internal static class ComparisonAnswer
{
    /// <summary>The answer.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="plan">What was asked.</param>
    /// <param name="asked">How many of the plan's indicators were asked for; the others only stand behind headlines.</param>
    /// <param name="view">The catalogue.</param>
    public static V1.GetComparisonsResponse Of(ComparisonReading reading, ComparisonPlan plan, int asked, CatalogueView view)
    {
        V1.GetComparisonsResponse response = new()
        {
            Unit = reading.Totals.Unit.Text,
            Range = plan.Range.ToString(),
            AsOf = TotalMessages.Day(plan.AsOf),
            Version = TotalMessages.Of(reading.Totals.Version),
            Indicators = { reading.Indicators.Take(asked).Select(i => ComparisonMessages.Of(i, view)) },
            Coverages = { reading.Coverages.Select(ComparisonMessages.Of) },
        };
        response.Children.AddRange(Named(response, reading.Listed, Children.LastDay(plan.Range.To)));
        return response;
    }

    private static IEnumerable<V1.NamedUnit> Named(V1.GetComparisonsResponse response, IReadOnlyList<Unit> listed, DateOnly day)
    {
        HashSet<string> named = new(
            response.Coverages.SelectMany(c => c.Late.Concat(c.Missing))
                .Concat(response.Indicators.Where(i => i.Attained is not null).SelectMany(i => i.Attained.Units.Concat(i.Attained.Lacking))),
            StringComparer.Ordinal);
        return listed.Where(u => named.Contains(u.Id.Text)).Select(u => ComparisonMessages.Named(u, day));
    }
}
