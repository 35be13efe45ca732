using Units.Gateway.Errors;
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

    private static SummaryView View(string words, decimal? share, IReadOnlyList<IndicatorReading> readings, Language language) => new(
        words, share is { } percent ? NumberText.Percent(NumberText.Reached(percent), language) : "", Bars.Text(share ?? 0),
        Number(readings.Count, language),
        [
            .. Shown.Select(s => new StatusCount(
                StatusText.Key(s), StatusText.Icon(s), StatusText.Word(s, language), readings.Count(r => r.Status == s),
                IndicatorReading.MayMiss(s) ? readings.Count(r => r.Status == s && r.IsForecastMissed) : null)),
        ]);

    private static string Number(long number, Language language) => NumberText.Of(number, 0, language);
}
