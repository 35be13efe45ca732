namespace Units;

/// <summary>The days that months have in their calendar.</summary>
public static class CalendarDays
{
    /// <summary>The day on which an administrative month begins, in the month before (Decree 09/2019/NĐ-CP).</summary>
    public const int AdministrativeBegin = 15;

    /// <summary>The last day of a month.</summary>
    public static DateOnly LastDay(Month month, MonthCalendar calendar) => Of(new MonthRange(month, month), calendar).Last;

    /// <summary>The first and the last day of a range: civil 2025-07 from 2025-07-01 to 2025-07-31, administrative from 2025-06-15 to 2025-07-14.</summary>
    public static (DateOnly First, DateOnly Last) Of(MonthRange range, MonthCalendar calendar)
    {
        DateOnly first = new(range.From.Year, range.From.OfYear, 1);
        DateOnly after = new DateOnly(range.To.Year, range.To.OfYear, 1).AddMonths(1);
        return calendar == MonthCalendar.Administrative
            ? (first.AddMonths(-1).AddDays(AdministrativeBegin - 1), after.AddMonths(-1).AddDays(AdministrativeBegin - 2))
            : (first, after.AddDays(-1));
    }
}
