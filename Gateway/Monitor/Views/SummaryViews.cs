using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Writes the line above the tiles.</summary>
internal static class SummaryViews
{
    /// <summary>Every status in the order in which screens count them: the worst first.</summary>
    public static readonly IReadOnlyList<TargetStatus> Shown =
        [TargetStatus.Behind, TargetStatus.AtRisk, TargetStatus.OnCourse, TargetStatus.Ahead, TargetStatus.Attained, TargetStatus.NotYetAssessable];

    /// <summary>The line of some readings.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="reporters">How many units below are to report an indicator; null where that is not known.</param>
    /// <param name="language">The language.</param>
    public static SummaryView Of(IReadOnlyList<IndicatorReading> readings, Func<Formula, int?> reporters, Language language)
    {
        bool isVi = language == Language.Vi;
        // Of a measure with several sources or categories there are more statements than units: those tell nothing of who has reported.
        (IndicatorReading Reading, long Reported, int Of)[] known =
        [
            .. readings.Select(r => (Reading: r, Reported: r.Statements, Of: reporters(r.Formula) ?? 0)).Where(k => k.Of > 0 && k.Reported <= k.Of)
                .OrderBy(k => k.Reading.Numerator.Kind == MeasureKind.Flow ? 0 : 1),
        ];
        if (known.Length == 0)
        {
            return View(isVi ? "chưa rõ số đơn vị phải báo cáo" : "number of reporting units unknown", null, readings, language);
        }

        // A level counts for twelve months: what is said of a month is told by flows, where there are any.
        MeasureKind kind = known[0].Reading.Numerator.Kind;
        (IndicatorReading reading, long reported, int all) = known.Where(k => k.Reading.Numerator.Kind == kind).MaxBy(k => k.Reported);
        string month = TimeText.Month(reading.Course.Reported, language);
        string words = !reading.Course.HasBegun && reported == 0 ? IndicatorWords.NotBegun(language)
            : all == 1
            ? (reported > 0 ? (isVi ? $"đã báo cáo {month}" : $"reported for {month}") : (isVi ? $"chưa báo cáo {month}" : $"not reported for {month}"))
            : isVi ? $"{Number(reported, language)}/{Number(all, language)} đơn vị đã báo cáo {month}"
            : $"{Number(reported, language)}/{Number(all, language)} units reported {month}";
        return View(words, all > 1 ? (decimal)reported / all * 100 : null, readings, language);
    }

    /// <summary>From where on a status is given, in words: the thresholds that most of the indicators have.</summary>
    public static string Thresholds(IEnumerable<IndicatorReading> readings, MonitorAsk ask)
    {
        StatusThresholds usual = readings.GroupBy(r => r.Indicator.Thresholds).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault(StatusThresholds.Usual);
        return ask.In(
            $"Trạng thái theo % mức cần đạt đến hết tháng đã đến hạn báo cáo: vượt từ {usual.Ahead}%, đúng tiến độ từ {usual.OnCourse}%, có nguy cơ từ {usual.AtRisk}%, dưới đó là chậm; với trần, tỷ lệ tính ngược lại (mức cho phép so với kết quả). Thanh: cuối thanh = 100% chỉ tiêu (hoặc trần), vạch = mức cần đạt, phần nhạt = tháng chưa đến hạn.",
            $"Status by per cent of what was expected by the end of the month due last: ahead from {usual.Ahead}%, on course from {usual.OnCourse}%, at risk from {usual.AtRisk}%, behind below; of a ceiling it is turned (what is allowed over the value). Bar: its end is 100% of the target (or the ceiling), the mark what was expected, the pale part months not due yet.");
    }

    private static SummaryView View(string words, decimal? share, IReadOnlyList<IndicatorReading> readings, Language language) => new(
        words, share is { } percent ? NumberText.Percent(NumberText.Reached(percent), language) : "", Bars.Text(share ?? 0),
        [
            .. Shown.Select(s => new StatusCount(
                StatusText.Key(s), StatusText.Icon(s), StatusText.Word(s, language), readings.Count(r => r.Status == s))),
        ]);

    private static string Number(long number, Language language) => NumberText.Of(number, 0, language);
}
