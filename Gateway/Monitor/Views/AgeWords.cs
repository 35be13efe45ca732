using System.Globalization;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>What is said of how old a value is: the month it goes up to, which is always known, and when it last changed, where that is.</summary>
internal static class AgeWords
{
    /// <summary>Which month it goes up to, and whether that is over: số liệu đến tháng 11/2026 (chưa hết tháng); empty without a value.</summary>
    public static string Until(IndicatorReading reading, Language language)
    {
        if (Last(reading) is not { } last)
        {
            return "";
        }

        bool isVi = language == Language.Vi;
        string month = TimeText.Month(last, language);
        string running = reading.Course.IsRunning && last == reading.Course.Now ? (isVi ? " (chưa hết tháng)" : " (not over)") : "";
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
        Last(reading) is { } last ? $"{(language == Language.Vi ? "đến" : "to")} {TimeText.MonthOfYear(last, language)}" : "";

    /// <summary>When it last changed, as scripts read it; empty where that is not known.</summary>
    public static string Since(DateTimeOffset? at) =>
        at is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "";

    /// <summary>The same as people read it: 22/11/2026 15:04.</summary>
    public static string Moment(DateTimeOffset? at) => at is { } known ? TimeText.Moment(known) : "";

    private static Month? Last(IndicatorReading reading) => reading.Shown is null ? null : reading.Value.Last;
}
