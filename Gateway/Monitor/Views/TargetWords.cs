using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>What is said of a target, in words: its bounds, and how a value stands to them. A ceiling is never said to be attained by so much per cent.</summary>
internal static class TargetWords
{
    /// <summary>The bounds of a target: ≥ 1.234,5 tỷ đồng.</summary>
    /// <param name="target">The target.</param>
    /// <param name="scale">In what it and the value are written.</param>
    /// <param name="language">The language.</param>
    public static string Bounds(TargetComparison? target, FigureScale scale, Language language) => Bounds(
        target?.Bounds, v => scale.Bound(v, language), v => scale.BoundNumber(v, language), language);

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
    public static string Against(TargetComparison? target, IndicatorReading reading, Language language) =>
        Against(target, reading, IndicatorWords.Scale(reading), language);

    /// <summary>The same beside figures of a scale.</summary>
    public static string Against(TargetComparison? target, IndicatorReading reading, FigureScale scale, Language language)
    {
        if (target?.Bounds is not { } bounds || reading.Shown is not { } value)
        {
            return "";
        }

        bool isVi = language == Language.Vi;
        decimal? low = Figures.Of(bounds.Lower);
        decimal? high = Figures.Of(bounds.Upper);
        string Size(decimal bound) => Whole(IndicatorWords.Between(value, bound, scale, reading, language), language);
        return (low, high) switch
        {
            ({ } l, { } h) => RangeWords.Against(value, l, h, reading.Formula.Accumulates && !target.HasEnded, Size, language),
            (null, { } h) when value > h => isVi ? $"vượt trần {Size(h)}" : $"{Size(h)} above the ceiling",
            (null, { } h) when value < h => isVi ? $"dưới trần {Size(h)}" : $"{Size(h)} below the ceiling",
            (null, { }) => isVi ? "bằng trần" : "at the ceiling",
            ({ } l, null) when IndicatorWords.IsRate(reading) => value > l
                ? (isVi ? $"vượt {Size(l)}" : $"{Size(l)} above")
                : value < l ? (isVi ? $"thiếu {Size(l)}" : $"{Size(l)} short") : isVi ? "vừa đạt" : "just met",
            ({ } l, null) when l != 0 => NumberText.Percent(NumberText.Reached(value / l * 100), language),
            _ => "",
        };
    }

    /// <summary>A number that stays in one line with what it counts; a unit of several words may go on in the next, and points of a rate stand there as a whole.</summary>
    private static string Whole(string text, Language language)
    {
        const char Joint = '\u00A0';
        string points = IndicatorWords.Points(language);
        string whole = text.Replace("< ", $"<{Joint}", StringComparison.Ordinal).Replace(points, points.Replace(' ', Joint), StringComparison.Ordinal);
        int first = whole.IndexOf(' ', StringComparison.Ordinal);
        return first < 0 || text.EndsWith(points, StringComparison.Ordinal) ? whole : $"{whole[..first]}{Joint}{whole[(first + 1)..]}";
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
            : IndicatorWords.IsRate(reading) ? Points(value, bound, reading.Decimals, language)
            : (value < bound ? "−" : value > bound ? "+" : "") + number(Math.Abs(value - bound));
    }

    // As the two are written, so that who subtracts them comes to the same; where they are written alike and are not, less than the last digit.
    private static string Points(decimal value, decimal bound, int decimals, Language language)
    {
        FigureScale scale = new(bound, decimals, "%");
        string by = scale.Between(value, bound, language);
        return by.StartsWith('<') ? by : (value < bound ? "−" : value > bound ? "+" : "") + by;
    }

    /// <summary>What <see cref="Against(TargetComparison?, IndicatorReading, Language)"/> says: % chỉ tiêu năm 2026, or so với trần.</summary>
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
    /// <remarks>What is to be kept in every month is behind for a month that was outside, wherever its value is now: words of a range would contradict it.</remarks>
    public static Yardstick YardstickOf(TargetComparison? target, IndicatorReading reading) =>
        target is not { Bounds: { } bounds } ? Yardstick.Progress
        : bounds.LowerIsBetter ? Yardstick.Ceiling
        : bounds is { Lower: not null, Upper: not null } && target.Target.Kind != TargetKind.Maintain ? (bounds.Lower == bounds.Upper ? Yardstick.Exact : Yardstick.Range)
        : bounds is { Lower: not null, Upper: null } && !reading.Formula.Accumulates && !target.Target.Course.IsByHand ? Yardstick.Level
        : Yardstick.Progress;

    /// <summary>The tier as it is called at a unit of a kind: Trung ương giao. Above the country there is nobody, and it has no council.</summary>
    public static string Tier(Tier tier, UnitKind at, Language language) => (tier, language, at) switch
    {
        (Units.Tier.Assigned, Language.Vi, UnitKind.Nation) => "Quốc hội, Chính phủ giao",
        (Units.Tier.Assigned, Language.Vi, UnitKind.Province or UnitKind.Municipality) => "Trung ương giao",
        (Units.Tier.Assigned, Language.Vi, _) => "Cấp trên giao",
        (Units.Tier.Council, Language.Vi, UnitKind.Nation) => "HĐND các tỉnh giao",
        (Units.Tier.Council, Language.Vi, _) => "HĐND giao",
        (Units.Tier.Resolution, Language.Vi, _) => "Nghị quyết đại hội",
        (_, Language.Vi, _) => "Phấn đấu",
        (Units.Tier.Assigned, _, UnitKind.Nation) => "Set by the National Assembly and the Government",
        (Units.Tier.Assigned, _, UnitKind.Province or UnitKind.Municipality) => "Assigned by the central government",
        (Units.Tier.Assigned, _, _) => "Assigned by the superior",
        (Units.Tier.Council, _, UnitKind.Nation) => "Set by the councils of the provinces",
        (Units.Tier.Council, _, _) => "Set by the council",
        (Units.Tier.Resolution, _, _) => "Congress resolution",
        _ => "Stretch",
    };

    /// <summary>Whose targets a sum is of, where the unit has none of its own in a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="units">How many units' targets it is of.</param>
    /// <param name="language">The language.</param>
    public static string SumOf(Tier tier, string units, Language language) => (tier, language) switch
    {
        (Units.Tier.Assigned, Language.Vi) => $"cộng chỉ tiêu đã giao cho {units} đơn vị cấp dưới",
        (Units.Tier.Council, Language.Vi) => $"cộng chỉ tiêu do HĐND của {units} đơn vị cấp dưới tự quyết định",
        (Units.Tier.Resolution, Language.Vi) => $"cộng chỉ tiêu theo nghị quyết đại hội của {units} đơn vị cấp dưới",
        (_, Language.Vi) => $"cộng chỉ tiêu phấn đấu của {units} đơn vị cấp dưới",
        (Units.Tier.Assigned, _) => $"sum of what the {units} units below were assigned",
        (Units.Tier.Council, _) => $"sum of what the councils of {units} units below set themselves",
        (Units.Tier.Resolution, _) => $"sum of what the congresses of {units} units below resolved",
        _ => $"sum of the stretch targets of {units} units below",
    };

    /// <summary>A decision: Quyết định số 4699/QĐ-UBND ngày 30/12/2019, UBND tỉnh Yên Bái.</summary>
    public static string Decision(Decision? decision, Language language) => decision is null
        ? (language == Language.Vi ? "không ghi quyết định" : "no decision recorded")
        : language == Language.Vi ? $"Số {decision.Number} ngày {TimeText.Day(decision.Date)}, {decision.Issuer}"
        : $"No. {decision.Number} of {TimeText.Day(decision.Date)}, {decision.Issuer}";
}
