using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>What is said of an indicator, in words. Its value and its target are in one scale, and so are the figures of a sentence: <see cref="FigureScale"/>.</summary>
internal static class IndicatorWords
{
    private const string PerCent = "%";

    /// <summary>Its name; the Vietnamese one where there is no other.</summary>
    public static string Name(Indicator indicator, Language language) =>
        language == Language.En && indicator.NameEn.Length > 0 ? indicator.NameEn : indicator.Name;

    /// <summary>True where it is itself a per cent: what lies between two of them are points.</summary>
    public static bool IsRate(IndicatorReading reading) => reading.Indicator.UnitOfMeasure == PerCent;

    /// <summary>The status, or why there is none.</summary>
    public static string Status(IndicatorReading reading, Language language) => Status(reading.Target, reading.Why, reading, language);

    /// <summary>The status by one of its targets, or why there is none.</summary>
    public static string Status(TargetComparison? target, Gap why, IndicatorReading reading, Language language)
    {
        TargetStatus status = reading.StatusOf(target);
        if (status != TargetStatus.NotYetAssessable)
        {
            // Where nothing is expected, as below a ceiling of 0, just on course is to keep it.
            bool isKept = target?.PercentOfExpected is not { } score || score >= Fraction.Hundred;
            return StatusText.Word(status, TargetWords.YardstickOf(target, reading), isKept, language);
        }

        // Of the judged months nobody may have said anything, though somebody has of the one that runs; or of the last of them alone.
        bool isLast = reading.IsSilent && reading.Judged.Value.Value is not null;
        string until = why != Units.Gap.NotReported || reading.Course.Due is not { } due ? ""
            : language == Language.Vi ? $"{(isLast ? "" : " đến hết")} {TimeText.Month(due, language)}"
            : $" {(isLast ? "for" : "up to")} {TimeText.Month(due, language)}";
        return TimeText.Begin(GapText.Of(why, language)) + until;
    }

    /// <summary>The target in front.</summary>
    public static string Target(IndicatorReading reading, Language language) => TargetWords.Bounds(reading.Target, Scale(reading), language);

    /// <summary>In what its value and the target in front are written. What a ceiling is kept or passed by is a figure too.</summary>
    public static FigureScale Scale(IndicatorReading reading) =>
        FigureScale.Of([reading.Shown, .. Bounds(reading.Target)], [OfCeiling(reading.Target, reading)], reading.Decimals, reading.Indicator.UnitOfMeasure);

    /// <summary>The same with the targets of every tier, and what was allotted of the one in front beside it.</summary>
    public static FigureScale Scale(IndicatorReading reading, decimal? allotted, decimal? apart) => FigureScale.Of(
        [reading.Shown, allotted, .. reading.Targets.SelectMany(Bounds)], [apart, .. reading.Targets.Select(t => OfCeiling(t, reading))],
        reading.Decimals, reading.Indicator.UnitOfMeasure);

    /// <summary>By how much two values differ as they are written, without a sign. Between two rates lie points: 95% are 5 points below 100%, not 5 per cent.</summary>
    public static string Between(decimal one, decimal other, FigureScale scale, IndicatorReading reading, Language language) => IsRate(reading)
        ? $"{scale.Between(one, other, language)} {Points(language)}"
        : scale.AmountBetween(one, other, language);

    /// <summary>What lies between two rates.</summary>
    public static string Points(Language language) => language == Language.Vi ? "điểm phần trăm" : "points";

    /// <summary>The same figures for a file.</summary>
    public static FileFigures Figures(IndicatorReading reading, Language language) => new(
        reading.Shown, reading.Figure, reading.Percent, UnitText.Of("", reading.Indicator.UnitOfMeasure, language));

    /// <summary>The value; a dash where it is missing.</summary>
    public static string Value(IndicatorReading reading, Language language) =>
        reading.Shown is { } value ? Scale(reading).Amount(value, language) : TileViews.Missing;

    /// <summary>The value and its unit of measure. Beside a target it has as many digits as that: 1.249 are not "1,2" beside "≥ 1,24".</summary>
    public static (string Number, string Unit) Parts(IndicatorReading reading, Language language) =>
        reading.Shown is { } value && Scale(reading) is { } scale ? (scale.Number(value, language), scale.Unit(language)) : (TileViews.Missing, "");

    /// <summary>What was expected by the end of the judged months, and by how much the value of those is above or below it.</summary>
    public static string Gap(IndicatorReading reading, Language language)
    {
        if (reading.Target is not { Difference: { } difference, StatusGap: Units.Gap.None } target || reading.IsSilent || reading.Course.Due is not { } due
            || Reading.Figures.Of(target.ExpectedLower ?? target.ExpectedUpper) is not { } expected)
        {
            return "";
        }

        if (target is { ExpectedLower: { } low, ExpectedUpper: { } high })
        {
            return RangeWords.Gap(
                reading, Reading.Figures.Of((Fraction?)(low + difference)) ?? 0, expected, Reading.Figures.Of((Fraction?)high) ?? 0, TimeText.Month(due, language), language);
        }

        bool isVi = language == Language.Vi;
        decimal gap = Reading.Figures.Of((Fraction?)difference) ?? 0;
        // It is by this per cent that a status is given; of a ceiling by what it is turned.
        decimal? of = target.PercentOfExpected is not { } score ? null
            : reading.LowerIsBetter ? RankColumn.Used(score) : NumberText.Reached(Reading.Figures.Of((Fraction?)score) ?? 0);
        string part = gap == 0 || of is not { } known ? ""
            : isVi ? $" (bằng {NumberText.Percent(known, language)} mức này)" : $" ({NumberText.Percent(known, language)} of it)";
        decimal value = expected + gap;
        FigureScale scale = FigureScale.Of([value, expected], [gap], reading.Decimals, reading.Indicator.UnitOfMeasure);
        string size = Between(value, expected, scale, reading, language);
        string month = TimeText.Month(due, language);
        string judged = Judged(value, scale, reading, language);
        string wanted = scale.Bound(expected, language);
        return isVi
            ? $"Đến hết {month}: {judged}{(gap == 0 ? "bằng" : gap > 0 ? $"cao hơn {size} so với" : $"thấp hơn {size} so với")} mức {(reading.LowerIsBetter ? "cho phép" : "cần đạt")} {wanted}{part}"
            : $"By the end of {month}: {judged}{(gap == 0 ? "just" : gap > 0 ? $"{size} above" : $"{size} below")} the {wanted} {(reading.LowerIsBetter ? "allowed" : "expected")}{part}";
    }

    /// <summary>What is judged, before how it stands: said where it is not what stands above, which has the month that runs, too, or is in a scale that the
    /// difference is too small for; else empty.</summary>
    internal static string Judged(decimal value, FigureScale scale, IndicatorReading reading, Language language) =>
        scale.Amount(value, language) is { } said && said != Value(reading, language) ? said + ", " : "";

    /// <summary>Where the value comes to at the current pace, and when that meets or passes the target; empty where it has none.</summary>
    public static string Forecast(IndicatorReading reading, Language language)
    {
        if (reading.Target is not { } target || reading.Forecast is not { } projected)
        {
            return "";
        }

        bool isVi = language == Language.Vi;
        string period = TimeText.Period(target.Target.Range, language);
        string value = Scale(reading).Amount(Reading.Figures.Of((Fraction?)projected) ?? 0, language);
        DateOnly last = CalendarDays.LastDay(target.Target.Range.To, reading.Course.Calendar);
        string day = target switch
        {
            { MetOn: { } met } when met > last => isVi
                ? $"; chưa đạt trong kỳ, với tiến độ này đến khoảng {TimeText.Day(met)} mới đạt" : $"; not met in it, at this pace about {TimeText.Day(met)}",
            { MetOn: { } met } => isVi ? $"; đạt chỉ tiêu khoảng {TimeText.Day(met)}" : $"; target met about {TimeText.Day(met)}",
            { MissedOn: { } missed } => isVi ? $"; vượt trần khoảng {TimeText.Day(missed)}" : $"; ceiling passed about {TimeText.Day(missed)}",
            _ => "",
        };
        return isVi ? $"Dự báo {period}: {value}{day}" : $"Forecast for {period}: {value}{day}";
    }

    /// <summary>A second mark beside a good status where the forecast misses the target; else empty.</summary>
    public static string ForecastMark(IndicatorReading reading, Language language) => !reading.IsForecastMissed ? ""
        : language == Language.En ? (reading.LowerIsBetter ? "forecast: over the ceiling" : "forecast: missed")
        : reading.LowerIsBetter ? "dự báo vượt trần" : "dự báo không đạt";

    /// <summary>The judged months beside the same of a year before: so với cùng kỳ tăng 8,2%; empty where there is nothing of that year.</summary>
    public static string YearBefore(IndicatorReading reading, Language language)
    {
        Change change = Change.Of(reading.Formula, reading.Judged.Value, reading.Judged.Before);
        if (Reading.Figures.Of(change.By) is not { } by)
        {
            return "";
        }

        bool isVi = language == Language.Vi;
        string size = change.InPerCent ? NumberText.Percent(Math.Abs(by), language)
            : Between(by, 0, FigureScale.Of([], [by], reading.Decimals, reading.Indicator.UnitOfMeasure), reading, language);
        return by == 0 ? (isVi ? "bằng cùng kỳ" : "as a year before")
            : isVi ? $"so với cùng kỳ {(by > 0 ? "tăng" : "giảm")} {size}"
            : $"{(by > 0 ? "up" : "down")} {size} on a year before";
    }

    /// <summary>Where the mark of what is expected by now stands on the bar; off it without a target.</summary>
    public static string Mark(IndicatorReading reading) =>
        Reading.Figures.Of(reading.Target?.ExpectedLower ?? reading.Target?.ExpectedUpper) is { } expected && reading.Figure is { } figure && figure != 0
            ? Bars.Of(expected / figure * 100) : "-9";

    /// <summary>How long the bar of a value is: its part of the target or of the ceiling.</summary>
    public static string Bar(IndicatorValue value, IndicatorReading reading) =>
        Bars.Of(reading.Figure is { } figure && figure != 0 ? Reading.Figures.Of(value) / figure * 100 : null);

    /// <summary>Who has reported the month that was due last: 18/20 đã báo cáo tháng 10/2026.</summary>
    /// <param name="reading">The indicator.</param>
    /// <param name="units">How many are to; null where that is not known.</param>
    /// <param name="language">The language.</param>
    public static string Reported(IndicatorReading reading, int? units, Language language)
    {
        long statements = reading.Statements;
        string month = TimeText.Month(reading.Course.Reported, language);
        bool isVi = language == Language.Vi;
        if (!reading.Course.HasBegun && statements == 0)
        {
            return NotBegun(language);
        }

        // Measures that several sources or categories make up have more statements than units: of those only their number is told.
        if (units is not { } all || statements > all)
        {
            return statements > 0 && reading.Numerator.Kind == MeasureKind.Stock
                ? (isVi ? $"đã nhận {NumberText.Of(statements, 0, language)} số liệu trong 12 tháng" : $"{NumberText.Of(statements, 0, language)} statements within 12 months")
                : statements == 0 ? (isVi ? $"chưa có báo cáo {month}" : $"nothing reported for {month}")
                : isVi ? $"đã nhận {NumberText.Of(statements, 0, language)} số liệu {month}" : $"{NumberText.Of(statements, 0, language)} statements for {month}";
        }

        if (reading.Numerator.Kind == MeasureKind.Stock && all > 1)
        {
            // A level counts for twelve months, however often it is told.
            return isVi ? $"{Share(statements, all, language)} có số liệu trong 12 tháng" : $"{Share(statements, all, language)} told within 12 months";
        }

        return all == 1
            ? (statements > 0 ? (isVi ? $"đã báo cáo {month}" : $"reported for {month}") : (isVi ? $"chưa báo cáo {month}" : $"not reported for {month}"))
            : isVi ? $"{Share(statements, all, language)} đã báo cáo {month}" : $"{Share(statements, all, language)} reported {month}";
    }

    /// <summary>What is said instead of a month while a period is still to come.</summary>
    public static string NotBegun(Language language) => language == Language.Vi ? "kỳ chưa bắt đầu" : "not begun";

    /// <summary>ước, trên: how sure the value is.</summary>
    public static string Quality(IndicatorValue value, Language language)
    {
        string estimate = value.IsEstimate ? (language == Language.Vi ? "ước" : "estimate") : "";
        string least = value.AtLeast ? (language == Language.Vi ? "trên" : "at least") : "";
        return estimate.Length > 0 && least.Length > 0 ? $"{estimate}, {least}" : estimate + least;
    }

    private static decimal?[] Bounds(TargetComparison? target) => [Reading.Figures.Of(target?.Bounds?.Lower), Reading.Figures.Of(target?.Bounds?.Upper)];

    private static decimal? OfCeiling(TargetComparison? target, IndicatorReading reading) =>
        Reading.Figures.Of(target?.Bounds?.Upper) is { } ceiling && reading.Shown is { } value ? value - ceiling : null;

    private static string Share(long part, long all, Language language) => $"{NumberText.Of(part, 0, language)}/{NumberText.Of(all, 0, language)}";
}
