using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Writes targets by tier, and how they are allotted.</summary>
internal static class PlannedViews
{
    /// <summary>An indicator with its targets.</summary>
    /// <param name="reading">The indicator.</param>
    /// <param name="kind">The kind of the unit, by which tiers are called.</param>
    /// <param name="ask">The page.</param>
    public static PlannedView Of(IndicatorReading reading, UnitKind kind, MonitorAsk ask)
    {
        TargetComparison front = reading.Target!;
        decimal? apart = Number(front.Allotted, reading);
        decimal? allotted = reading.Indicator.IsAdditive && front.Target.Figure.ChildrenCount > 0 ? Number(front.Target.Figure.ChildrenSum, reading) : null;
        FigureScale scale = IndicatorWords.Scale(reading, allotted, apart);
        (string key, string word, string sum) = Allotment(reading, allotted, apart, scale, ask);
        return new PlannedView(
            IndicatorWords.Name(reading.Indicator, ask.Language), ask.At(MonitorView.Indicator, reading.Indicator.Id.Text).Address,
            CourseWords.Value(reading.Course, ask), reading.Shown is { } value ? scale.Amount(value, ask.Language) : TileViews.Missing,
            [.. reading.Targets.Select(t => Of(t, reading, kind, scale, ask.Language))], key, word, sum);
    }

    /// <summary>A child that allotted more or less than it was assigned.</summary>
    /// <param name="child">The child.</param>
    /// <param name="target">Its target.</param>
    /// <param name="reading">The same indicator of its parent.</param>
    /// <param name="ask">The page.</param>
    public static MisallottedView Of(Unit child, TargetReading target, IndicatorReading reading, MonitorAsk ask)
    {
        decimal own = Number(target.Figure.Own, reading)!.Value;
        decimal sum = Number(target.Figure.ChildrenSum, reading)!.Value;
        FigureScale scale = FigureScale.Of([own, sum], [sum - own], reading.Decimals, reading.Indicator.UnitOfMeasure);
        string sign = sum < own ? "−" : "+";
        return new MisallottedView(
            UnitWords.Name(child, child.Id, reading.Course.Period, ask.Language), ask.Of(child.Id.Text).At(MonitorView.Plans).Address,
            IndicatorWords.Name(reading.Indicator, ask.Language), scale.Amount(own, ask.Language), scale.Amount(sum, ask.Language),
            $"{scale.AmountBetween(sum, own, ask.Language)} ({sign}{NumberText.Percent(Math.Abs(sum - own) / Math.Abs(own) * 100, ask.Language)})",
            sum < own ? "under" : "over",
            sum < own ? ask.In("phân bổ thiếu", "under-allotted by") : ask.In("phân bổ vượt", "over-allotted by"));
    }

    private static TierView Of(TargetComparison target, IndicatorReading reading, UnitKind kind, FigureScale scale, Language language)
    {
        TargetStatus status = reading.StatusOf(target);
        return new TierView(
            TargetWords.Tier(target.Target.Tier, kind, language),
            TargetWords.Bounds(target, scale, language),
            target.Target.IsOwn ? TargetWords.Decision(target.Target.Stated?.Decision, language)
                : TargetWords.SumOf(target.Target.Tier, NumberText.Of(target.Target.Figure.ChildrenCount, 0, language), language),
            TargetWords.Against(target, reading, scale, language),
            // Points, and what lies below a ceiling, stand beside their target here; a per cent says what it is of.
            IndicatorWords.IsRate(reading) || target.Bounds?.Upper is not null ? "" : TargetWords.Caption(target, reading, language),
            StatusText.Key(status), StatusText.Icon(status), IndicatorWords.Status(target, reading.WhyOf(target), reading, language));
    }

    /// <summary>What was given on of the target in front: it stands with that one and not with the sum that others set themselves.</summary>
    private static (string Key, string Word, string Sum) Allotment(IndicatorReading reading, decimal? allotted, decimal? apart, FigureScale scale, MonitorAsk ask)
    {
        Language language = ask.Language;
        if (!reading.Indicator.IsAdditive)
        {
            return ("apart", ask.In("chỉ tiêu tỷ lệ: giao từng đơn vị, không cộng thành tổng", "a rate: assigned to each unit, and not added up"), "");
        }

        if (allotted is not { } sum)
        {
            return ("none", ask.In("chưa phân bổ cho cấp dưới", "not allotted to the units below"), "");
        }

        // Where the unit was assigned none, its target says that it is the sum of those below.
        if (apart is not { } over)
        {
            return ("none", "", "");
        }

        string units = NumberText.Of(reading.Target!.Target.Figure.ChildrenCount, 0, language);
        string said = ask.In($"đã giao {units} đơn vị cấp dưới {scale.Amount(sum, language)}", $"{scale.Amount(sum, language)} given to {units} units below");
        string by = scale.AmountBetween(sum, sum - over, language);
        return over == 0 ? ("exact", ask.In("phân bổ đủ", "allotted in full"), said)
            : over < 0 ? ("under", ask.In($"phân bổ thiếu {by}", $"under-allotted by {by}"), said)
            : ("over", ask.In($"phân bổ vượt {by}", $"over-allotted by {by}"), said);
    }

    private static decimal? Number(Amount? amount, IndicatorReading reading) =>
        amount is { } known ? Figures.Of(known, reading.Formula.TargetScale) : null;
}
