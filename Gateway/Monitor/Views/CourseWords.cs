using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Up to which month is judged, in words: what a mark on a bar shows, what ranks and what a status is given by are of the same months, and say so alike.</summary>
internal static class CourseWords
{
    /// <summary>What follows on "what is expected": đến hết tháng 10; empty where no month is due.</summary>
    public static string Until(PeriodCourse course, MonitorAsk ask) =>
        course.Due is not { } due ? "" : ask.In(" đến hết ", " by the end of ") + Month(due, course, ask);

    /// <summary>The head of a column of values: those have all that is known, the month that runs among it, and of a period that is over its last month.</summary>
    public static string Value(PeriodCourse course, MonitorAsk ask) => ask.In("Kết quả", "Value") + (
        !course.HasBegun ? "" : course.IsRunning ? ask.In(" đến\u00A0nay", " so\u00A0far")
        : ask.In(" đến hết ", " by the end of ") + Month(course.Now, course, ask));

    /// <summary>A month of a period. Within one year the page has already said which.</summary>
    public static string Month(Month month, PeriodCourse course, MonitorAsk ask) =>
        course.Period.From.Year == course.Period.To.Year ? TimeText.MonthOfYear(month, ask.Language) : TimeText.Month(month, ask.Language);
}
