using System.Globalization;
using Units.Gateway.Errors;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Words;

/// <summary>Moments, days and periods as people write them, in the time of Vietnam.</summary>
public static class TimeText
{
    /// <summary>Today in Vietnam.</summary>
    public static DateOnly Today(TimeProvider time) => new VietnamClock(time).Today;

    /// <summary>A day and its time: 22/11/2026 15:04.</summary>
    public static string Moment(DateTimeOffset moment) => VietnamClock.Local(moment).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A moment to the second, as a record has it: 15:04:05 22/11/2026.</summary>
    public static string ExactMoment(DateTimeOffset moment) => VietnamClock.Local(moment).ToString("HH:mm:ss dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A time of the day: 15:04:05.</summary>
    public static string Clock(DateTimeOffset moment) => VietnamClock.Local(moment).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A time of the day to the minute: 15:04.</summary>
    public static string Minute(DateTimeOffset moment) => VietnamClock.Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A time to the minute, with its day where that is not today: 15:04, or 27/11 15:04.</summary>
    public static string Recent(DateTimeOffset moment, DateOnly today) =>
        VietnamClock.Local(moment).ToString(DateOnly.FromDateTime(VietnamClock.Local(moment)) == today ? "HH:mm" : "dd/MM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day with its name: Chủ nhật, 22/11/2026.</summary>
    public static string LongDay(DateOnly day, Language language) =>
        $"{Begin(NumberText.Culture(language).DateTimeFormat.GetDayName(day.DayOfWeek))}, {Day(day)}";

    /// <summary>The last month of which a period has figures today; null where it has not begun.</summary>
    /// <param name="period">The period; null for the year of today.</param>
    /// <param name="today">Today.</param>
    public static Month? LastMonth(MonthRange? period, DateOnly today)
    {
        Month now = new(today.Year, today.Month);
        return period is not { } range || range.Contains(now) ? now : range.To < now ? range.To : null;
    }

    /// <summary>A day: 22/11/2026.</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A month: tháng 11/2026, or Nov 2026.</summary>
    public static string Month(Month month, Language language) => language == Language.En
        ? new DateOnly(month.Year, month.OfYear, 1).ToString("MMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"tháng {month.OfYear}/{month.Year}");

    /// <summary>A month without its year, where that is known: tháng 11, or Nov.</summary>
    public static string MonthOfYear(Month month, Language language) => language == Language.En
        ? new DateOnly(month.Year, month.OfYear, 1).ToString("MMM", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"tháng {month.OfYear}");

    /// <summary>A period in words: năm 2026, quý III/2026, 9 tháng đầu năm 2026, giai đoạn 2026–2030.</summary>
    public static string Period(MonthRange range, Language language)
    {
        int year = range.From.Year;
        bool isEnglish = language == Language.En;
        return range switch
        {
            { Length: 1 } => Month(range.From, language),
            { Length: 12, From.OfYear: 1 } => isEnglish ? $"year {year}" : $"năm {year}",
            { Length: 3 } when range.From.OfYear % 3 == 1 => isEnglish
                ? $"quarter {Roman((range.From.OfYear + 2) / 3)} of {year}"
                : $"quý {Roman((range.From.OfYear + 2) / 3)}/{year}",
            { Length: < 12, From.OfYear: 1 } => isEnglish ? $"first {range.Length} months of {year}" : $"{range.Length} tháng đầu năm {year}",
            { From.OfYear: 1, To.OfYear: 12 } => isEnglish ? $"{year}–{range.To.Year}" : $"giai đoạn {year}–{range.To.Year}",
            _ => isEnglish
                ? $"{Month(range.From, language)} to {Month(range.To, language)}"
                : $"từ {Month(range.From, language)} đến {Month(range.To, language)}",
        };
    }

    /// <summary>A text with its first letter large, as it begins a heading.</summary>
    public static string Begin(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    private static string Roman(int number) => number switch
    {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    };
}
