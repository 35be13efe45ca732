namespace Units.Gateway.Requests;

/// <summary>Today and the current month in Asia/Ho_Chi_Minh.</summary>
/// <remarks>Seven hours ahead without daylight saving since 1975, so no time zone database is needed, which small containers lack.</remarks>
internal sealed class VietnamClock(TimeProvider time)
{
    private const int AdministrativeMonthBegins = 15;

    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>Today.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(time.GetUtcNow()));

    /// <summary>A moment as clocks there show it.</summary>
    public static DateTime Local(DateTimeOffset moment) => moment.ToOffset(Offset).DateTime;

    /// <summary>The month that is under way: of the administrative calendar the next one from the 15th on.</summary>
    public Month CurrentMonth(MonthCalendar calendar)
    {
        DateOnly today = Today;
        Month civil = new(today.Year, today.Month);
        return calendar == MonthCalendar.Administrative && today.Day >= AdministrativeMonthBegins ? civil.Plus(1) : civil;
    }
}
