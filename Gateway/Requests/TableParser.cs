using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Reads how a league table is asked for.</summary>
internal static class TableParser
{
    /// <summary>Reads it; what breaks a rule is noted.</summary>
    public static TableQuery Parse(
        V1.Figure figure, V1.Tier tier, IReadOnlyList<V1.UnitKind> kinds, string asOf, string since, MonthRange? range, MonthCalendar calendar, Violations found)
    {
        found.Choice("figure", figure);
        if (figure == V1.Figure.Unspecified && since.Length > 0)
        {
            found.Add(GatewayReasons.NotTogether, "since", since, "figure = FIGURE_UNSPECIFIED");
        }

        return new TableQuery(
            figure, TargetEnums.From(found.Choice("tier", tier)), CatalogParser.Kinds("kinds", kinds, found), found.Date("as_of", asOf),
            since.Length == 0 ? null : Since(since, range, calendar, found));
    }

    /// <summary>A month means its end; a day the last month that had ended by then.</summary>
    private static (Month Month, DateOnly Day)? Since(string text, MonthRange? range, MonthCalendar calendar, Violations found)
    {
        Month month;
        DateOnly day;
        if (Month.TryParse(text, out Month said))
        {
            (month, day) = (said, CalendarDays.LastDay(said, calendar));
        }
        else if (found.Date("since", text) is { } date && range is { } months)
        {
            int ended = Course.Elapsed(months, calendar, date);
            (month, day) = (months.From.Plus(Math.Max(ended, 1) - 1), date);
            if (ended == 0)
            {
                found.Add(GatewayReasons.SinceOutsideRange, "since", text, months.ToString());
            }
        }
        else
        {
            return null;
        }

        if (range is { } asked && !asked.Contains(month))
        {
            found.Add(GatewayReasons.SinceOutsideRange, "since", text, asked.ToString());
            return null;
        }

        return (month, day);
    }
}
