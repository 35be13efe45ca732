using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Says what the signs on tiles and bars mean.</summary>
internal static class KeyViews
{
    /// <summary>The key of the part that changes.</summary>
    public const string Key = "key";

    /// <summary>The field of the mark on a bar.</summary>
    public const string MarkField = "mark";

    /// <summary>Those of some readings.</summary>
    public static KeyView Of(IReadOnlyList<IndicatorReading> readings, MonthRange period, MonitorAsk ask)
    {
        string whole = TimeText.Period(period, ask.Language);
        IndicatorReading? running = readings.FirstOrDefault(r => r.Course is { IsRunning: true, HasBegun: true });
        return new KeyView(
            ask.In($"% chỉ tiêu {whole}", $"% of the target, {whole}"),
            running is null ? "" : ask.In($"{CourseWords.Month(running.Course.Now, running.Course, ask)}, chưa hết", $"{CourseWords.Month(running.Course.Now, running.Course, ask)}, not over"),
            ask.In("chưa chậm nhưng dự báo không đạt", "not late, but missed by the end at this pace"),
            Live(readings, ask));
    }

    /// <summary>What changes of them.</summary>
    public static LiveGroup Live(IReadOnlyList<IndicatorReading> readings, MonitorAsk ask) =>
        new(Key, [new(MarkField, Mark(readings, ask)), .. ThresholdWords.Of(readings, ask)]);

    /// <summary>The mark on a bar: of the month that the bar itself is judged by. Indicators are due on unlike days; where their months differ none is named.</summary>
    public static string Mark(IReadOnlyList<IndicatorReading> readings, MonitorAsk ask) => Mark(readings, null, ask);

    /// <summary>The same of targets of one kind, by what those are held against.</summary>
    public static string Mark(IReadOnlyList<IndicatorReading> readings, Yardstick? by, MonitorAsk ask)
    {
        IndicatorReading[] expected = [.. readings.Where(r => r.Target is not null && r.Course.Due is not null)];
        if (expected.Length == 0)
        {
            return "";
        }

        return Expected(by ?? (expected.All(r => r.LowerIsBetter) ? Yardstick.Ceiling : Yardstick.Progress), ask) + (expected.Select(r => r.Course.Due).Distinct().Count() == 1
            ? CourseWords.Until(expected[0].Course, ask) : ask.In(" đến hết tháng đến hạn gần nhất", " by the end of the month due last"));
    }

    /// <summary>What a value is held against, without a month: mức cần đạt, of a ceiling mức cho phép, of a range the nearer one of its edges.</summary>
    public static string Expected(Yardstick by, MonitorAsk ask) => by switch
    {
        Yardstick.Ceiling => ask.In("mức cho phép", "allowed"),
        Yardstick.Range => ask.In("biên gần nhất", "expected at the nearer edge"),
        _ => ask.In("mức cần đạt", "expected"),
    };
}
