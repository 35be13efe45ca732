using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>What is said of a target, in words: its bounds, and how a value stands to them. A ceiling is never said to be attained by so much per cent.</summary>
internal static class TargetWords
{
    /// <summary>The bounds of a target: ≥ 1.234,5 tỷ đồng.</summary>
    /// <param name="target">The target.</param>
    /// <param name="reading">Its indicator.</param>
    /// <param name="language">The language.</param>
    public static string Bounds(TargetComparison? target, IndicatorReading reading, Language language) => Bounds(
        target?.Bounds, v => IndicatorWords.Amount(v, reading, language), v => IndicatorWords.Number(v, reading, language), language);

    /// <summary>Bounds in words.</summary>
    /// <param name="bounds">The bounds.</param>
    /// <param name="amount">Writes a number with its unit of measure.</param>
    /// <param name="number">Writes it without.</param>
    /// <param name="language">The language.</param>
    public static string Bounds(TargetBounds? bounds, Func<decimal, string> amount, Func<decimal, string> number, Language language)
    {
        bool isVi = language == Language.Vi;
        string Amount(Fraction? bound) => amount(Figures.Of(bound) ?? 0);
        return bounds switch
        {
            null => "",
            { Kind: TargetKind.Qualitative } => isVi ? "định tính" : "by judgement",
            { Kind: TargetKind.Composite } => isVi ? "tổng hợp các chỉ tiêu thành phần" : "all of its components",
            { Kind: TargetKind.Increase } => isVi ? "tăng so với cùng kỳ" : "above a year before",
            { Kind: TargetKind.Decrease } => isVi ? "giảm so với cùng kỳ" : "below a year before",
            { Kind: TargetKind.MoreThan, Lower: { } lower } => $"> {Amount(lower)}",
            { Kind: TargetKind.LessThan, Upper: { } upper } => $"< {Amount(upper)}",
            { Lower: { } low, Upper: { } high } when low == high => $"= {Amount(low)}",
            { Lower: { } low, Upper: { } high } => $"{number(Figures.Of((Fraction?)low) ?? 0)}–{Amount(high)}",
            { Lower: { } low } => $"≥ {Amount(low)}",
            { Upper: { } high } => $"≤ {Amount(high)}",
            _ => "",
        };
    }

    /// <summary>How the value stands to a target: 95,2% of an amount to reach; points of a rate; below or above a ceiling by so much.</summary>
    public static string Against(TargetComparison? target, IndicatorReading reading, Language language)
    {
        if (target?.Bounds is not { } bounds || reading.Shown is not { } value)
        {
            return "";
        }

        bool isVi = language == Language.Vi;
        decimal? low = Figures.Of(bounds.Lower);
        decimal? high = Figures.Of(bounds.Upper);
        string Size(decimal by) => Whole(IndicatorWords.Difference(by, reading, language), IndicatorWords.IsRate(reading));
        return (low, high) switch
        {
            ({ } l, { } h) when value >= l && value <= h => isVi ? "trong khoảng" : "within",
            ({ } l, { }) when value < l => isVi ? $"dưới khoảng {Size(value - l)}" : $"{Size(value - l)} below the range",
            ({ }, { } h) => isVi ? $"trên khoảng {Size(value - h)}" : $"{Size(value - h)} above the range",
            (null, { } h) when value > h => isVi ? $"vượt trần {Size(value - h)}" : $"{Size(value - h)} above the ceiling",
            (null, { } h) when value < h => isVi ? $"dưới trần {Size(value - h)}" : $"{Size(value - h)} below the ceiling",
            (null, { }) => isVi ? "bằng trần" : "at the ceiling",
            ({ } l, null) when IndicatorWords.IsRate(reading) => value > l
                ? (isVi ? $"vượt {Size(value - l)}" : $"{Size(value - l)} above")
                : value < l ? (isVi ? $"thiếu {Size(value - l)}" : $"{Size(value - l)} short") : isVi ? "vừa đạt" : "just met",
            ({ } l, null) when l != 0 => NumberText.Percent(NumberText.Reached(value / l * 100), language),
            _ => "",
        };
    }

    /// <summary>A number that stays in one line with what it counts; a unit of several words may go on in the next.</summary>
    private static string Whole(string text, bool isAll)
    {
        const char Joint = '\u00A0';
        int first = text.IndexOf(' ', StringComparison.Ordinal);
        return first < 0 ? text : isAll ? text.Replace(' ', Joint) : $"{text[..first]}{Joint}{text[(first + 1)..]}";
    }

    /// <summary>The same in a column of a table or on a square of a map: 95,2%, −0,8 or +12.</summary>
    /// <param name="reading">The indicator.</param>
    /// <param name="number">Writes a number in the scale of the column.</param>
    /// <param name="language">The language.</param>
    public static string Short(IndicatorReading reading, Func<decimal, string> number, Language language)
    {
        if (reading.Bounds is not { } bounds || reading.Shown is not { } value)
        {
            return "";
        }

        decimal? low = Figures.Of(bounds.Lower);
        decimal? from = bounds.Upper is null || value < low ? low : value > Figures.Of(bounds.Upper) || low is null ? Figures.Of(bounds.Upper) : value;
        return from is not { } bound ? ""
            : bounds.Upper is null && !IndicatorWords.IsRate(reading) ? (bound == 0 ? "" : NumberText.Aligned(NumberText.Reached(value / bound * 100), 1, language) + "%")
            : (value < bound ? "−" : value > bound ? "+" : "") + (IndicatorWords.IsRate(reading)
                ? NumberText.Aligned(Math.Abs(value - bound), Math.Max(reading.Decimals, 2), language)
                : number(Math.Abs(value - bound)));
    }

    /// <summary>What <see cref="Against"/> says: % chỉ tiêu năm 2026, or so với trần.</summary>
    public static string Caption(TargetComparison? target, IndicatorReading reading, Language language)
    {
        bool isVi = language == Language.Vi;
        if (target?.Bounds is not { } bounds)
        {
            return isVi ? "so với chỉ tiêu" : "against the target";
        }

        string period = TimeText.Period(target.Target.Range, language);
        return bounds.Upper is not null || IndicatorWords.IsRate(reading)
            ? (isVi ? $"so với {(bounds.LowerIsBetter ? "trần" : "chỉ tiêu")} {period}" : $"against the {(bounds.LowerIsBetter ? "ceiling" : "target")} of {period}")
            : isVi ? $"chỉ tiêu {period}" : $"of the target of {period}";
    }

    /// <summary>The target in a word, where there is little room.</summary>
    public static string Noun(TargetComparison? target, Language language) =>
        target?.Bounds is not { } bounds ? "" : language == Language.Vi ? (bounds.LowerIsBetter ? "trần" : "chỉ tiêu") : bounds.LowerIsBetter ? "ceiling" : "target";

    /// <summary>What a target asks for, which decides by which words its statuses are told.</summary>
    public static Yardstick YardstickOf(TargetComparison? target, IndicatorReading reading) =>
        target is not { Bounds: { } bounds } ? Yardstick.Progress
        : bounds.LowerIsBetter ? Yardstick.Ceiling
        : bounds is { Lower: not null, Upper: null } && !reading.Formula.Accumulates && !target.Target.Course.IsByHand ? Yardstick.Level
        : Yardstick.Progress;

    /// <summary>The tier: Cấp trên giao.</summary>
    public static string Tier(Tier tier, Language language) => (tier, language) switch
    {
        (Units.Tier.Assigned, Language.Vi) => "Cấp trên giao",
        (Units.Tier.Council, Language.Vi) => "HĐND giao",
        (Units.Tier.Resolution, Language.Vi) => "Nghị quyết đại hội",
        (_, Language.Vi) => "Phấn đấu",
        (Units.Tier.Assigned, _) => "Assigned by the superior",
        (Units.Tier.Council, _) => "Set by the council",
        (Units.Tier.Resolution, _) => "Congress resolution",
        _ => "Stretch",
    };

    /// <summary>A decision: Quyết định số 4699/QĐ-UBND ngày 30/12/2019, UBND tỉnh Yên Bái.</summary>
    public static string Decision(Decision? decision, Language language) => decision is null
        ? (language == Language.Vi ? "không ghi quyết định" : "no decision recorded")
        : language == Language.Vi ? $"Số {decision.Number} ngày {TimeText.Day(decision.Date)}, {decision.Issuer}"
        : $"No. {decision.Number} of {TimeText.Day(decision.Date)}, {decision.Issuer}";
}
