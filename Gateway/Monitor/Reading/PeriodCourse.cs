using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Reading;

/// <summary>How far a period has come on a calendar.</summary>
/// <param name="Period">The period.</param>
/// <param name="Elapsed">Its months that have begun; the whole where none has.</param>
/// <param name="Share">The share of its days that is over, today among them, 0 to 1.</param>
internal readonly record struct PeriodCourse(MonthRange Period, MonthRange Elapsed, decimal Share)
{
    /// <summary>The last month that has begun: the one that units report now.</summary>
    public Month Now => Elapsed.To;

    /// <summary>The months before the last one, by which a change of rank is told; null where there is none.</summary>
    public MonthRange? Before => Elapsed.Length > 1 ? new MonthRange(Elapsed.From, Elapsed.To.Plus(-1)) : null;

    /// <summary>How far a period has come today.</summary>
    public static PeriodCourse Of(MonthRange period, MonthCalendar calendar, VietnamClock clock)
    {
        Month current = clock.CurrentMonth(calendar);
        Month last = current < period.From || current > period.To ? period.To : current;
        return new PeriodCourse(period, new MonthRange(period.From, last), ShareOn(period, calendar, clock.Today));
    }

    /// <summary>The share of a period that is over at the end of a day.</summary>
    public static decimal ShareOn(MonthRange period, MonthCalendar calendar, DateOnly day)
    {
        (DateOnly first, DateOnly last) = CalendarDays.Of(period, calendar);
        decimal over = day.DayNumber - first.DayNumber + 1;
        return Math.Clamp(over / (last.DayNumber - first.DayNumber + 1), 0, 1);
    }
}
