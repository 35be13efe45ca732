using Units.Gateway.Caches;
using Units.Gateway.Requests;
using Units.Gateway.Services;

namespace Units.Gateway.Messages;

/// <summary>Makes whole answers from totals, for who asks once and for who watches.</summary>
internal static class TotalAnswers
{
    /// <summary>Indicators and measures of a unit.</summary>
    /// <param name="totals">The totals.</param>
    /// <param name="range">The months.</param>
    /// <param name="plan">What was asked.</param>
    /// <param name="view">The catalogue.</param>
    /// <param name="listed">The children there are; looked at where the plan counts them.</param>
    public static V1.GetTotalsResponse Totals(
        UnitTotals totals, MonthRange range, TotalsPlan plan, CatalogueView view, IReadOnlyCollection<Unit> listed) => new()
        {
            Unit = totals.Unit.Text,
            Range = range.ToString(),
            Version = TotalMessages.Of(totals.Version),
            Indicators = { plan.Values(totals, listed).Select(v => TotalMessages.Of(v.Indicator, range, v.Value, view, totals.Targets)) },
            Measures = { plan.Amounts(totals.Sums).Select(amount => TotalsParser.Message(amount, range)) },
        };

    /// <summary>The league table of the one indicator of a plan.</summary>
    /// <param name="totals">The totals by child.</param>
    /// <param name="range">The months.</param>
    /// <param name="plan">The plan with the indicator.</param>
    /// <param name="view">The catalogue.</param>
    /// <param name="listed">Every child there is: one that never reported stands in the table without a value.</param>
    public static V1.CompareChildrenResponse Table(
        UnitTotals totals, MonthRange range, TotalsPlan plan, CatalogueView view, IReadOnlyCollection<Unit> listed)
    {
        (Indicator indicator, IndicatorValue value) = plan.Values(totals, listed).Single();
        Dictionary<UnitId, Unit> known = listed.ToDictionary(u => u.Id);
        HashSet<UnitId> said = [.. totals.Children.Select(c => c.Child)];
        IEnumerable<ChildTotals> silent = listed.Where(u => !said.Contains(u.Id))
            .Select(u => new ChildTotals(u.Id, default, [.. Enumerable.Repeat(default(SumReading), plan.Count)], []));
        return new V1.CompareChildrenResponse
        {
            Unit = totals.Unit.Text,
            Version = TotalMessages.Of(totals.Version),
            Total = TotalMessages.Of(indicator, range, value, view, totals.Targets),
            Children = { League.Rank(totals.Children.Concat(silent), plan).Select(line => League.Message(line, indicator, range, view, known)) },
        };
    }
}
