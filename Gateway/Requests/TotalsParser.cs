using System.Collections.Immutable;
using System.Globalization;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Messages;

namespace Units.Gateway.Requests;

/// <summary>Reads what totals are asked for.</summary>
internal static class TotalsParser
{
    /// <summary>Reads a request; what breaks a rule is noted.</summary>
    public static TotalsPlan Parse(V1.GetTotalsRequest request, MonthRange? range, CatalogueView view, Violations found)
    {
        TotalsPlan plan = new(view, range ?? default);
        if (request.Indicators.Count + request.Measures.Count == 0)
        {
            found.Add(GatewayReasons.FieldRequired, "indicators", "");
        }

        found.Items("indicators", request.Indicators.Count, TotalsPlan.MaxSums);
        found.Items("measures", request.Measures.Count, TotalsPlan.MaxSums);
        if (found.Count > 0 && request.Indicators.Count + request.Measures.Count > TotalsPlan.MaxSums)
        {
            return plan;
        }

        for (int i = 0; i < request.Indicators.Count; i++)
        {
            AddIndicator(plan, Fields.Item("indicators", i), request.Indicators[i], range, request.Calendar, view, found);
        }

        for (int i = 0; i < request.Measures.Count; i++)
        {
            AddMeasure(plan, Fields.Item("measures", i), request, request.Measures[i], view, found);
        }

        found.Items("measures", plan.Count, TotalsPlan.MaxSums);
        found.Items("range", (int)Math.Min(plan.Cells, int.MaxValue), TotalsPlan.MaxCells);
        return plan;
    }

    /// <summary>Adds one indicator; what breaks a rule is noted.</summary>
    public static void AddIndicator(
        TotalsPlan plan, string field, string id, MonthRange? range, V1.MonthCalendar calendar, CatalogueView view, Violations found)
    {
        if (found.KnownIndicator(view, field, id) is not { } indicator)
        {
            return;
        }

        if (range is { } months && !view.Formula(indicator).IsDefinedOver(months))
        {
            found.Add(GatewayReasons.RangeTooEarly, "range", months.ToString());
        }
        else
        {
            found.Calendar("calendar", calendar, view.MeasuresOf(indicator).Numerator.Calendar, id);
            if (range is not null)
            {
                plan.Add(indicator);
            }
        }
    }

    /// <summary>The most measures of one proof.</summary>
    public const int MaxProven = 20;

    /// <summary>The measures of a proof; what breaks a rule is noted.</summary>
    public static List<Measure> ProvenMeasures(IReadOnlyList<string> sent, CatalogueView view, Violations found)
    {
        if (sent.Count == 0)
        {
            found.Add(GatewayReasons.FieldRequired, "measures", "");
        }

        found.Items("measures", sent.Count, MaxProven);
        List<Measure> measures = [];
        for (int i = 0; i < Math.Min(sent.Count, MaxProven); i++)
        {
            string field = Fields.Item("measures", i);
            if (view.TryMeasure(sent[i], out Measure? measure))
            {
                measures.Add(measure);
            }
            else if (found.Id(field, sent[i]))
            {
                found.Add(GatewayReasons.UnknownMeasure, field, sent[i]);
            }
        }

        return measures;
    }

    /// <summary>A measure of the answer with its parts.</summary>
    public static V1.MeasureTotal Message((Measure Measure, ImmutableArray<SumReading> Sums) answer, MonthRange range)
    {
        V1.MeasureTotal total = TotalMessages.Of(answer.Measure, range, answer.Sums[0]);
        total.Categories.AddRange(answer.Sums.Skip(1).Select((sum, category) => TotalMessages.Of(answer.Measure, (ushort)category, sum)));
        return total;
    }

    private static void AddMeasure(
        TotalsPlan plan, string field, V1.GetTotalsRequest request, string id, CatalogueView view, Violations found)
    {
        if (view.TryMeasure(id, out Measure? measure))
        {
            found.Calendar("calendar", request.Calendar, measure.Calendar, id);
            plan.Add(measure, request.ByCategory);
        }
        else if (found.Id(field, id))
        {
            found.Add(GatewayReasons.UnknownMeasure, field, id);
        }
    }
}
