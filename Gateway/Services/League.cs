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
        List<Line> lines = [.. children.Select(c => new Line(0, c, plan.Values(c.Sums).Single().Value))];
        lines.Sort(Order);
        for (int i = 0; i < lines.Count && lines[i].Value.Quotient is { } value; i++)
        {
            bool shared = i > 0 && value.CompareTo(lines[i - 1].Value.Quotient!.Value) == 0;
            lines[i] = lines[i] with { Rank = shared ? lines[i - 1].Rank : i + 1 };
        }

        return lines;
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

    private static int Order(Line a, Line b)
    {
        int order = (a.Value.Quotient, b.Value.Quotient) switch
        {
            ({ } x, { } y) => y.CompareTo(x),
            ({ }, null) => -1,
            (null, { }) => 1,
            _ => 0,
        };
        return order != 0 ? order : a.Child.Child.CompareTo(b.Child.Child);
    }
}
