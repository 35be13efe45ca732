using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Writes targets by tier, and how they are allotted.</summary>
internal static class PlannedViews
{
    /// <summary>An indicator with its targets.</summary>
    public static PlannedView Of(IndicatorReading reading, MonitorAsk ask)
    {
        (string key, string word, string sum) = Allotment(reading, ask);
        return new PlannedView(
            IndicatorWords.Name(reading.Indicator, ask.Language), ask.At(MonitorView.Indicator, reading.Indicator.Id.Text).Address,
            IndicatorWords.Value(reading, ask.Language), [.. reading.Targets.Select(t => Of(t, reading, ask.Language))], key, word, sum);
    }

    /// <summary>A child that allotted more or less than it was assigned.</summary>
    /// <param name="child">The child.</param>
    /// <param name="target">Its target.</param>
    /// <param name="reading">The same indicator of its parent, whose scale it is written in.</param>
    /// <param name="ask">The page.</param>
    public static MisallottedView Of(Unit child, TargetReading target, IndicatorReading reading, MonitorAsk ask)
    {
        int scale = reading.Formula.TargetScale;
        decimal own = Figures.Of(target.Figure.Own!.Value, scale);
        decimal sum = Figures.Of(target.Figure.ChildrenSum, scale);
        (string number, string unit) Written(decimal value) => NumberText.ScaledAs(value, own, reading.Decimals, reading.Indicator.UnitOfMeasure, ask.Language);
        string Text(decimal value) => Written(value) is var (number, unit) && unit.Length > 0 ? $"{number} {unit}" : Written(value).number;
        return new MisallottedView(
            UnitWords.Name(child, child.Id, reading.Course.Period, ask.Language), ask.Of(child.Id.Text).At(MonitorView.Plans).Address,
            IndicatorWords.Name(reading.Indicator, ask.Language), Text(own), Text(sum),
            $"{(sum < own ? "−" : "+")}{Text(Math.Abs(sum - own))} ({(sum < own ? "−" : "+")}{NumberText.Percent(Math.Abs(sum - own) / Math.Abs(own) * 100, ask.Language)})",
            sum < own ? "under" : "over",
            sum < own ? ask.In("giao thiếu", "under-allotted") : ask.In("giao vượt", "over-allotted"));
    }

    private static TierView Of(TargetComparison target, IndicatorReading reading, Language language)
    {
        TargetStatus status = reading.StatusOf(target);
        return new TierView(
            TargetWords.Tier(target.Target.Tier, language),
            TargetWords.Bounds(target, reading, language),
            target.Target.IsOwn ? TargetWords.Decision(target.Target.Stated?.Decision, language)
                : language == Language.Vi ? "tổng chỉ tiêu của các đơn vị cấp dưới" : "the sum of the targets of the units below",
            TargetWords.Against(target, reading, language),
            TargetWords.Caption(target, reading, language),
            StatusText.Key(status), StatusText.Icon(status), IndicatorWords.Status(target, reading.WhyOf(target), reading, language));
    }

    private static (string Key, string Word, string Sum) Allotment(IndicatorReading reading, MonitorAsk ask)
    {
        TargetComparison target = reading.Target!;
        TargetFigure figure = target.Target.Figure;
        if (!reading.Indicator.IsAdditive)
        {
            return ("apart", ask.In("chỉ tiêu này không cộng được giữa các đơn vị", "this target cannot be added over units"), "");
        }

        if (figure.ChildrenCount == 0)
        {
            return ("none", ask.In("chưa phân bổ cho cấp dưới", "not allotted to the units below"), "");
        }

        decimal sum = Figures.Of(figure.ChildrenSum, reading.Formula.TargetScale);
        string said = ask.In(
            $"tổng đã giao cấp dưới {IndicatorWords.Amount(sum, reading, ask.Language)} ({NumberText.Of(figure.ChildrenCount, 0, ask.Language)} đơn vị)",
            $"{IndicatorWords.Amount(sum, reading, ask.Language)} allotted to {NumberText.Of(figure.ChildrenCount, 0, ask.Language)} units below");
        if (target.Allotted is not { } over)
        {
            return ("none", ask.In("đơn vị chưa có chỉ tiêu riêng: là tổng của cấp dưới", "no target of its own: it is the sum of those below"), said);
        }

        string by = IndicatorWords.Amount(Math.Abs(Figures.Of(over, reading.Formula.TargetScale)), reading, ask.Language);
        return over.IsZero ? ("exact", ask.In("phân bổ đủ", "allotted in full"), said)
            : over.Scaled < 0 ? ("under", ask.In($"phân bổ thiếu {by}", $"under-allotted by {by}"), said)
            : ("over", ask.In($"phân bổ vượt {by}", $"over-allotted by {by}"), said);
    }
}
