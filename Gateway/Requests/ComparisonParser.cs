using System.Globalization;
using Units.Gateway.Caches;
using Units.Gateway.Comparing;
using Units.Gateway.Errors;
using Units.Gateway.Services;

namespace Units.Gateway.Requests;

/// <summary>Reads what comparisons are asked for.</summary>
internal static class ComparisonParser
{
    /// <summary>Reads a request; what breaks a rule is noted.</summary>
    public static ComparisonPlan Parse(V1.GetComparisonsRequest request, DateOnly today, CatalogueView view, Violations found)
    {
        MonthRange? range = found.Range("range", request.Range);
        ComparisonPlan plan = new(view, range ?? default, found.Date("as_of", request.AsOf) ?? today);
        if (request.Indicators.Count == 0)
        {
            found.Add(GatewayReasons.FieldRequired, "indicators", "");
        }

        found.Items("indicators", request.Indicators.Count, TotalService.MaxCompared);
        for (int i = 0; i < Math.Min(request.Indicators.Count, TotalService.MaxCompared); i++)
        {
            Add(plan, Fields.Item("indicators", i), request.Indicators[i], range, request.Calendar, view, found);
        }

        found.Items("indicators", plan.Count, TotalsPlan.MaxSums);
        found.Items("range", (int)Math.Min(plan.Cells, int.MaxValue), TotalsPlan.MaxCells);
        return plan;
    }

    private static void Add(
        ComparisonPlan plan, string field, string id, MonthRange? range, V1.MonthCalendar calendar, CatalogueView view, Violations found)
    {
        if (found.KnownIndicator(view, field, id) is not { } indicator)
        {
            return;
        }

        found.Calendar("calendar", calendar, view.MeasuresOf(indicator).Numerator.Calendar, id);
        if (plan.Has(indicator.Number))
        {
            found.Add(GatewayReasons.Duplicate, field, id);
        }
        else if (range is { } months && !view.Formula(indicator).IsDefinedOver(months))
        {
            found.Add(GatewayReasons.RangeTooEarly, "range", months.ToString());
        }
        else if (range is not null)
        {
            plan.Add(indicator);
        }
    }
}
