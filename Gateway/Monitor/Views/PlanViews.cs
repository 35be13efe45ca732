using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Writes plans with their versions, and allotments.</summary>
internal static class PlanViews
{
    private const int MostChanges = 40;

    /// <summary>A plan.</summary>
    public static PlanView Of(Plan plan, UnitKind kind, CatalogueView view, MonitorAsk ask) => new(
        plan.Latest.Title,
        plan.Status switch
        {
            PlanStatus.Issued => ask.In("đã ban hành", "issued"),
            PlanStatus.Open => ask.In("dự thảo, đang lấy ý kiến", "draft, open for comments"),
            _ => ask.In("dự thảo", "draft"),
        },
        plan.Latest.Theme,
        [.. plan.Versions.Select((v, i) => Of(v, i == 0 ? null : plan.Versions[i - 1], kind, view, ask)).Reverse()]);

    /// <summary>An allotment in a line.</summary>
    public static string Of(PlanEntry entry, CatalogueView view, MonitorAsk ask)
    {
        Allotment allotment = entry.Allotment!;
        string name = view.TryIndicator(allotment.Target.Indicator, out Indicator? indicator) ? IndicatorWords.Name(indicator, ask.Language) : "";
        string rule = allotment.Rule switch
        {
            AllotmentRule.Equally => ask.In("chia đều", "equally"),
            AllotmentRule.ByWeights => ask.In("theo trọng số", "by weights"),
            AllotmentRule.ByLastYear => ask.In("theo kết quả năm trước", "by last year's result"),
            _ => ask.In("theo số giao từng đơn vị", "by hand"),
        };
        string decision = allotment.Decision is null ? "" : $" {TargetWords.Decision(allotment.Decision, ask.Language)}.";
        return ask.In($"{name}: giao {allotment.Parts.Length} đơn vị, {rule}.", $"{name}: to {allotment.Parts.Length} units, {rule}.")
            + decision + $" {TimeText.Moment(entry.At)}, {By(allotment.Who, allotment.Source)}.";
    }

    private static PlanVersionView Of(PlanVersion version, PlanVersion? before, UnitKind kind, CatalogueView view, MonitorAsk ask)
    {
        PlanStep step = version.Entry.Step!;
        string what = step.Kind switch
        {
            PlanStepKind.Issue => ask.In("ban hành", "issued"),
            PlanStepKind.Amend => ask.In("điều chỉnh", "amended"),
            _ => ask.In("dự thảo", "draft"),
        };
        string[] changes = before is null ? [] : [.. before.To(version).Where(d => !IsSame(d)).Select(d => Change(d, kind, view, ask))];
        return new PlanVersionView(
            ask.In($"Bản {version.Number}: {what}, {version.Targets.Length} chỉ tiêu", $"Version {version.Number}: {what}, {version.Targets.Length} targets"),
            step.Decision is null ? "" : TargetWords.Decision(step.Decision, ask.Language),
            $"{TimeText.Moment(version.Entry.At)}, {By(step.Who, step.Source)}",
            step.Text,
            changes.Length <= MostChanges ? changes : [.. changes.Take(MostChanges), ask.In($"và {changes.Length - MostChanges} thay đổi khác", $"and {changes.Length - MostChanges} more")]);
    }

    // Being issued gives a target its decision, which is told of the version.
    private static bool IsSame(PlanDifference difference) => difference is { Before: { } before, After: { } after }
        && before with { Decision = null } == after with { Decision = null };

    private static string Change(PlanDifference difference, UnitKind kind, CatalogueView view, MonitorAsk ask)
    {
        if (!view.TryIndicator(difference.Key.Indicator, out Indicator? indicator))
        {
            return "";
        }

        int scale = IndicatorMath.TargetScale(indicator, view.MeasuresOf(indicator).Numerator);
        string nothing = ask.In("không có", "none");
        // Both are read in one unit.
        FigureScale written = FigureScale.Of(
            new[] { difference.Before, difference.After }.SelectMany(t => new[] { Number(t?.Lower, scale), Number(t?.Upper, scale) }), [],
            indicator.Formula == FormulaKind.Amount ? Math.Min(1, scale) : indicator.Decimals, indicator.UnitOfMeasure);
        string before = Bounds(difference.Before, scale, written, ask.Language) ?? nothing;
        string after = Bounds(difference.After, scale, written, ask.Language) ?? nothing;
        return $"{IndicatorWords.Name(indicator, ask.Language)} ({TargetWords.Tier(difference.Key.Tier, kind, ask.Language)}): {before} → {after}";
    }

    private static decimal? Number(Amount? amount, int scale) => amount is { } known ? Figures.Of(known, scale) : null;

    private static string? Bounds(Target? target, int scale, FigureScale written, Language language)
    {
        if (target is null)
        {
            return null;
        }

        TargetBounds bounds = new(
            target.Kind, target.Lower is { } lower ? Fraction.Of(lower, scale) : null, target.Upper is { } upper ? Fraction.Of(upper, scale) : null);
        string text = TargetWords.Bounds(bounds, v => written.Bound(v, language), v => written.BoundNumber(v, language), language);
        return text.Length > 0 ? text : target.Words;
    }

    private static string By(string? who, SourceId source) => who is { Length: > 0 } ? $"{who} ({source.Text})" : source.Text;
}
