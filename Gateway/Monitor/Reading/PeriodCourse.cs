using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Reading;

/// <summary>How far a period has come on a calendar, and how much of it is to have been reported.</summary>
/// <param name="Period">The period.</param>
/// <param name="Elapsed">Its months that have begun; the whole where none has.</param>
/// <param name="Due">Its last month whose day of reporting is over; null where there is none.</param>
/// <param name="Calendar">When its months begin and end.</param>
/// <param name="Today">The day.</param>
internal readonly record struct PeriodCourse(MonthRange Period, MonthRange Elapsed, Month? Due, MonthCalendar Calendar, DateOnly Today)
{
    /// <summary>The last month that has begun.</summary>
    public Month Now => Elapsed.To;

    /// <summary>True where that month is not over: what is known of it is a part.</summary>
    public bool IsRunning => CalendarDays.LastDay(Now, Calendar) >= Today;

    /// <summary>True from the first day of the period on.</summary>
    public bool HasBegun => CalendarDays.Of(Period, Calendar).First <= Today;

    /// <summary>The months that are judged. A month that runs, or whose reports are still to come, is shown and not held against anybody.</summary>
    public MonthRange Judged => Due is { } due ? new MonthRange(Period.From, due) : Elapsed;

    /// <summary>The day as of which the judged months have ended.</summary>
    public DateOnly AsOf => Due is { } due ? CalendarDays.LastDay(due, Calendar) : CalendarDays.Of(Period, Calendar).First.AddDays(-1);

    /// <summary>The month of which it is told who has reported.</summary>
    public Month Reported => Due ?? Now;

    /// <summary>The judged months but the last, by which a change of rank is told; null where there is none.</summary>
    public PeriodCourse? Before => Due is { } due && due > Period.From ? this with { Due = due.Plus(-1) } : null;

    /// <summary>How far a period has come today for an indicator.</summary>
    public static PeriodCourse Of(MonthRange period, Formula formula, VietnamClock clock)
    {
        MonthCalendar calendar = formula.Numerator.Calendar;
        Month current = clock.CurrentMonth(calendar);
        Month last = current < period.From || current > period.To ? period.To : current;
        MonthRange elapsed = new(period.From, last);

        // A measure without a day of reporting is due as soon as its month is over.
        Month? due = Coverage.LastDue(elapsed, calendar, formula.Measures.Max(m => m.DueDay), clock.Today);
        return new PeriodCourse(period, elapsed, due, calendar, clock.Today);
    }
}
