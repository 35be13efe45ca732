using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>What is said of an indicator, in words.</summary>
internal static class IndicatorWords
{
    /// <summary>Its name; the Vietnamese one where there is no other.</summary>
    public static string Name(Indicator indicator, Language language) =>
        language == Language.En && indicator.NameEn.Length > 0 ? indicator.NameEn : indicator.Name;

    /// <summary>The status, with the reason where there is none.</summary>
    public static string Status(Standing standing, Language language) => standing.Why == NoStatus.None
        ? StatusText.Word(standing.Status, language)
        : TimeText.Begin(StatusText.Why(standing.Why, language));

    /// <summary>The target: chỉ tiêu ≥ 1.234,5 tỷ đồng.</summary>
    public static string Target(IndicatorReading reading, Language language) => reading.Standing.Target is { } target
        ? $"{(reading.Standing.Bound == Bound.AtLeast ? "≥" : "≤")} {Amount(target, reading, language)}"
        : "";

    /// <summary>A number of the indicator with its unit of measure.</summary>
    public static string Amount(decimal value, IndicatorReading reading, Language language)
    {
        (string number, string unit) = NumberText.Scaled(value, reading.Decimals, reading.Indicator.UnitOfMeasure, language);
        return unit.Length == 0 ? number : unit == "%" ? number + unit : $"{number} {unit}";
    }

    /// <summary>The same figures for a file.</summary>
    public static FileFigures Figures(IndicatorReading reading, Language language) => new(
        reading.Standing.Value, reading.Standing.Target, reading.Standing.Percent, UnitText.Of("", reading.Indicator.UnitOfMeasure, language));

    /// <summary>The value; a dash where it is missing.</summary>
    public static string Value(IndicatorReading reading, Language language) =>
        reading.Standing.Value is { } value ? Amount(value, reading, language) : TileViews.Missing;

    /// <summary>By how much it is above or below what is expected by now; empty where nothing is.</summary>
    public static string Gap(IndicatorReading reading, Language language)
    {
        if (reading.Standing is not { Why: NoStatus.None, Gap: { } gap } standing)
        {
            return "";
        }

        bool isVi = language == Language.Vi;
        // Between two shares lie points: 95% are 5 points below 100%, not 5 per cent.
        string size = reading.Indicator.UnitOfMeasure == "%"
            ? $"{NumberText.Of(Math.Abs(gap), reading.Decimals, language)} {(isVi ? "điểm %" : "points")}"
            : Amount(Math.Abs(gap), reading, language);
        return gap >= 0
            ? (isVi ? $"cao hơn mức cần đạt {size}" : $"{size} above expected")
            : (isVi ? $"thấp hơn mức cần đạt {size}" : $"{size} below expected");
    }

    /// <summary>Where the mark of what is expected by now stands on the bar; off it without a target.</summary>
    public static string Mark(Standing standing) =>
        standing is { Expected: { } expected, Target: { } target } && target != 0 ? Bars.Of(expected / target * 100) : "-9";

    /// <summary>Who has reported the month: 18/20 đã báo cáo tháng 11/2026.</summary>
    public static string Reported(IndicatorReading reading, int? leaves, Language language)
    {
        long statements = reading.Month.Statements;
        string month = TimeText.Month(reading.Course.Now, language);
        bool isVi = language == Language.Vi;
        // Measures that several sources or categories make up have more statements than units: of those only their number is told.
        if (leaves is not { } all || statements > all)
        {
            return statements == 0 ? (isVi ? $"chưa có báo cáo {month}" : $"nothing reported for {month}")
                : isVi ? $"{NumberText.Of(statements, 0, language)} số liệu {month}" : $"{NumberText.Of(statements, 0, language)} statements for {month}";
        }

        return all == 1
            ? (statements > 0 ? (isVi ? $"đã báo cáo {month}" : $"reported for {month}") : (isVi ? $"chưa báo cáo {month}" : $"not reported for {month}"))
            : isVi ? $"{Share(statements, all, language)} đã báo cáo {month}" : $"{Share(statements, all, language)} reported {month}";
    }

    /// <summary>ước, trên: how sure the value is.</summary>
    public static string Quality(IndicatorValue value, Language language)
    {
        string estimate = value.IsEstimate ? (language == Language.Vi ? "ước" : "estimate") : "";
        string least = value.AtLeast ? (language == Language.Vi ? "trên" : "at least") : "";
        return estimate.Length > 0 && least.Length > 0 ? $"{estimate}, {least}" : estimate + least;
    }

    private static string Share(long part, long all, Language language) => $"{NumberText.Of(part, 0, language)}/{NumberText.Of(all, 0, language)}";
}
