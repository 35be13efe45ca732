using System.Globalization;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>What is said of how old a value is: the month it goes up to, which is always known, and when it last changed, where that is.</summary>
internal static class AgeWords
{
    /// <summary>Which month it goes up to, and whether that is over: số liệu đến tháng 11 (chưa hết); empty without a value.</summary>
    public static string Until(IndicatorReading reading, Language language)
    {
        if (Last(reading) is not { } last)
        {
            return "";
        }

        bool isVi = language == Language.Vi;
        string month = Month(last, reading, language);
        string running = reading.Course.IsRunning && last == reading.Course.Now ? (isVi ? " (chưa hết)" : " (not over)") : "";
        return (reading.IsOld, isVi) switch
        {
            (true, true) => $"số liệu cũ, đến {month}",
            (true, false) => $"old figures, up to {month}",
            (false, true) => $"số liệu đến {month}{running}",
            _ => $"figures up to {month}{running}",
        };
    }

    /// <summary>The same where there is little room: đến tháng 11.</summary>
    public static string UntilShort(IndicatorReading reading, Language language) =>
        Last(reading) is not { } last ? "" : language == Language.En ? $"to {Month(last, reading, language)}"
            : IsOfItsYear(last, reading) ? $"đến {Month(last, reading, language)}" : string.Create(CultureInfo.InvariantCulture, $"đến {last.OfYear}/{last.Year}");

    /// <summary>When it last changed, as scripts read it; empty where that is not known.</summary>
    public static string Since(DateTimeOffset? at) =>
        at is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "";

    /// <summary>The same as people read it: 22/11/2026 15:04.</summary>
    public static string Moment(DateTimeOffset? at) => at is { } known ? TimeText.Moment(known) : "";

    // Of the year of the page a month needs no year; of an earlier one, as a level may have, it does.
    private static string Month(Month month, IndicatorReading reading, Language language) =>
        IsOfItsYear(month, reading) ? TimeText.MonthOfYear(month, language) : TimeText.Month(month, language);

    private static bool IsOfItsYear(Month month, IndicatorReading reading) =>
        (month.Year, month.Year) == (reading.Course.Period.From.Year, reading.Course.Period.To.Year);

    private static Month? Last(IndicatorReading reading) => reading.Shown is null ? null : reading.Value.Last;
}
