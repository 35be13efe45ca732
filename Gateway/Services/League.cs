using Units.Gateway.Caches;
using Units.Gateway.Comparing;
using Units.Gateway.Messages;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>The league table: the highest value first, equal values by id, children without a value last.</summary>
internal static class League
{
    /// <summary>A line: its rank is 0 without a value, and shared by equal values.</summary>
    public readonly record struct Line(int Rank, ChildTotals Child, IndicatorValue Value);

    /// <summary>The lines in order.</summary>
    public static IReadOnlyList<Line> Rank(IEnumerable<ChildTotals> children, TotalsPlan plan)
    {
        IEnumerable<(ChildTotals Child, IndicatorValue Value)> lines = children.Select(c => (c, plan.Values(c.Sums).Single().Value));
        return [.. Places.Of(lines, line => line.Value.Quotient, line => line.Child.Child).Select(place => new Line(place.Rank, place.Item.Child, place.Item.Value))];
    }

    /// <summary>A line on the wire.</summary>
    public static V1.ChildTotal Message(
        Line line, Indicator indicator, MonthRange range, CatalogueView view, IReadOnlyDictionary<UnitId, Unit> known)
    {
        UnitNaming? naming = known.GetValueOrDefault(line.Child.Child)?.NamingOn(Children.LastDay(range.To));
        return new V1.ChildTotal
        {
            Unit = line.Child.Child.Text,
            DisplayName = naming?.Name ?? "",
            DisplayNameEn = naming?.NameEn ?? "",
            Rank = line.Rank,
            Version = TotalMessages.Of(line.Child.Version),
            Total = TotalMessages.Of(indicator, range, line.Value, view, line.Child.Targets),
            Kind = naming is null ? V1.UnitKind.Unspecified : Enums.To(naming.Kind),
        };
    }
}
