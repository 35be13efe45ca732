using Units.Gateway.Errors;

namespace Units.Gateway.Requests;

/// <summary>Holds the calendar that a request means against that of what it asks for.</summary>
internal static class Calendars
{
    /// <summary>Notes a calendar that is said and is not that of the measures.</summary>
    /// <param name="found">Where it is noted.</param>
    /// <param name="field">The field that says it.</param>
    /// <param name="said">What it says; not said is always right.</param>
    /// <param name="own">The calendar of the measures.</param>
    /// <param name="subject">The id of the measure or indicator.</param>
    public static void Calendar(this Violations found, string field, V1.MonthCalendar said, MonthCalendar own, string subject)
    {
        if (said is V1.MonthCalendar.Civil or V1.MonthCalendar.Administrative && Enums.From(said) != own)
        {
            found.Add(GatewayReasons.OtherCalendar, field, said.ToString(), subject, Vi(own), En(own));
        }
        else
        {
            found.Choice(field, said);
        }
    }

    /// <summary>A calendar in Vietnamese.</summary>
    public static string Vi(MonthCalendar calendar) => calendar == MonthCalendar.Administrative ? "hành chính" : "dương lịch";

    /// <summary>A calendar in English.</summary>
    public static string En(MonthCalendar calendar) => calendar == MonthCalendar.Administrative ? "administrative" : "civil";
}
