using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>From where on each status is given, in words, for each kind of target there is.</summary>
internal static class ThresholdWords
{
    /// <summary>What a line of each kind of target is called; behind them stand the line of the second mark and that of the bars.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<Yardstick>().Select(Name), FlagName, BarName];

    private const string FlagName = "flag";
    private const string BarName = "bar";

    /// <summary>A line for each kind of target that some indicators have, by the thresholds that most of those have, and those for signs; the others are empty.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(IReadOnlyList<IndicatorReading> readings, MonitorAsk ask)
    {
        IndicatorReading[] planned = [.. readings.Where(r => r.Target is not null)];
        ILookup<Yardstick, IndicatorReading> kinds = planned.ToLookup(r => TargetWords.YardstickOf(r.Target, r));
        string mark = KeyViews.Mark(planned, ask);
        return
        [
            .. Enum.GetValues<Yardstick>().Select(by => new KeyValuePair<string, string>(
                Name(by), kinds[by].Any() ? Line(by, Usual(kinds[by]), [.. kinds[by]], ask) : "")),
            new(FlagName, planned.Length == 0 ? "" : ask.In(
                "⚑ Dự báo không đạt: đến nay chưa chậm, nhưng với tiến độ này thì hết kỳ vẫn không đạt chỉ tiêu.", "⚑ Forecast: missed: not late by now, but at this pace the target is missed by the end.")),
            new(BarName, planned.Length == 0 ? "" : ask.In(
                $"Thanh: cuối thanh = 100% chỉ tiêu (hoặc trần); {(mark.Length == 0 ? "" : $"vạch = {mark}; ")}phần nhạt = tháng chưa đến hạn báo cáo.",
                $"Bar: its end is 100% of the target (or the ceiling); {(mark.Length == 0 ? "" : $"the mark is what was {mark}; ")}the pale part is months not due yet.")),
        ];
    }

    private static string Name(Yardstick by) => by.ToString();

    private static StatusThresholds Usual(IEnumerable<IndicatorReading> readings) =>
        readings.GroupBy(r => r.Indicator.Thresholds).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Ahead).First().Key;

    private static string Line(Yardstick by, StatusThresholds at, IReadOnlyList<IndicatorReading> readings, MonitorAsk ask)
    {
        string Word(TargetStatus status, bool isKept = true) => Small(StatusText.Word(status, by, isKept, ask.Language));
        // Of a ceiling the value over what is allowed is told, which is what a status is given by turned over.
        string Used(int threshold) => NumberText.Percent(10_000m / threshold, ask.Language);
        string mark = KeyViews.Mark(readings, by, ask) is { Length: > 0 } month ? month : KeyViews.Expected(by, ask);
        (string from, string below) = (ask.In("từ", "from"), ask.In("dưới đó là", "below that"));
        (string to, string above) = (ask.In("đến", "up to"), ask.In("trên đó là", "beyond that"));
        string rest = $"{Word(TargetStatus.OnCourse)} {from} 100%, {Word(TargetStatus.OnCourse, false)} {from} {at.OnCourse}%, "
            + $"{Word(TargetStatus.AtRisk)} {from} {at.AtRisk}%, {below} {Word(TargetStatus.Behind)}.";
        return by switch
        {
            Yardstick.Ceiling => ask.In($"Trần (cùng màu và ký hiệu), theo % {mark} đã dùng: ", $"A ceiling (same colours and icons), by per cent used of what is {mark}: ")
                + $"{Word(TargetStatus.Ahead)} {to} {Used(at.Ahead)}, {Word(TargetStatus.OnCourse)} {to} 100%, {Word(TargetStatus.OnCourse, false)} {to} {Used(at.OnCourse)}, "
                + $"{Word(TargetStatus.AtRisk)} {to} {Used(at.AtRisk)}, {above} {Word(TargetStatus.Behind)}.",
            Yardstick.Level => ask.In("Mức cần có ngay từ đầu kỳ (cùng màu và ký hiệu), theo % mức cần đạt: ", "A level that is expected from the first month on (same colours and icons), by per cent of it: ")
                + $"{Word(TargetStatus.Ahead)} {from} {at.Ahead}%, {rest}",
            Yardstick.Range => ask.In($"Khoảng có sàn và trần (cùng màu và ký hiệu), theo % {mark}, đúng biên là 100%, ở trong thì cao hơn: ", $"A range with a floor and a ceiling (same colours and icons), by per cent of what is {mark}, where the edge is 100% and inside is more: ") + rest,
            Yardstick.Exact => ask.In($"Mức phải đúng (cùng màu và ký hiệu), theo % {mark}, lệch bên nào cũng dưới 100%: ", $"An exact figure (same colours and icons), by per cent of what is {mark}, which is below 100% on either side: ") + rest,
            _ => ask.In($"Số đạt dần trong kỳ, theo % {mark}: ", $"What is reached by and by, by per cent of what is {mark}: ")
                + $"{Word(TargetStatus.Ahead)} {from} {at.Ahead}%, {Word(TargetStatus.OnCourse)} {from} {at.OnCourse}%, {Word(TargetStatus.AtRisk)} {from} {at.AtRisk}%, {below} {Word(TargetStatus.Behind)}.",
        };
    }

    private static string Small(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
