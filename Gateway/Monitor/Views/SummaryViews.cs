using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Writes the line above the tiles.</summary>
internal static class SummaryViews
{
    /// <summary>The line of some readings.</summary>
    public static SummaryView Of(IReadOnlyList<IndicatorReading> readings, int? leaves, Language language)
    {
        bool isVi = language == Language.Vi;
        // Of a measure with several sources or categories there are more statements than units: those tell nothing of who has reported.
        long reported = readings.Select(r => r.Month.Statements).Where(s => leaves is null || s <= leaves).DefaultIfEmpty(0).Max();
        string words = leaves is not { } all || all == 0
            ? (isVi ? "chưa rõ số đơn vị phải báo cáo" : "number of reporting units unknown")
            : all == 1
                ? (reported > 0 ? (isVi ? "đã báo cáo kỳ này" : "reported this month") : (isVi ? "chưa báo cáo kỳ này" : "not reported this month"))
                : isVi ? $"{Number(reported, language)}/{Number(all, language)} đơn vị đã báo cáo" : $"{Number(reported, language)}/{Number(all, language)} units reported";
        decimal? share = leaves is > 0 ? (decimal)reported / leaves.Value * 100 : null;
        return new SummaryView(
            words,
            share is { } percent && leaves > 1 ? NumberText.Percent(percent, language) : "",
            Bars.Text(share ?? 0),
            [
                .. Enum.GetValues<Status>().Select(s => new StatusCount(
                    StatusText.Key(s), StatusText.Icon(s), StatusText.Word(s, language), readings.Count(r => r.Standing.Status == s))),
            ]);
    }

    private static string Number(long number, Language language) => NumberText.Of(number, 0, language);
}
