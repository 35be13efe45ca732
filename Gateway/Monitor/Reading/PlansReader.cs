using System.Globalization;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;
using Units.Gateway.Services;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads the targets of a unit beside the sums of those of its children.</summary>
internal sealed class PlansReader(ExactReads reads, BoardReader board)
{
    /// <summary>Reads it.</summary>
    public async Task<PlansView> Read(PageContext context, CancellationToken cancellation)
    {
        BoardPlan plan = board.Tiles(context);
        UnitTotals totals = await reads.Read(context.Unit.Id, plan.Query(byChild: false), cancellation);
        MonitorAsk ask = context.Ask;
        return new PlansView(
            context.Page with
            {
                Title = ask.In("Chỉ tiêu và phân bổ", "Targets and allotment"),
                Subtitle = context.Page.Title,
                Version = VersionText.Of(totals.Version),
                Files = Tables.TableFiles.Links(ask),
            },
            [
                .. plan.Read(totals.Sums, totals.Targets).Where(r => r.Standing.Target is not null)
                    .Select(r => Row(r, totals.Targets.First(t => t.Indicator == r.Indicator.Number && t.Range == context.Period && t.Tier == Tier.Assigned), ask)),
            ]);
    }

    private static PlanRowView Row(IndicatorReading reading, TargetReading target, MonitorAsk ask)
    {
        Language language = ask.Language;
        int scale = IndicatorMath.TargetScale(reading.Indicator, reading.Numerator);
        bool isAtMost = target.Lower.IsEmpty && !target.Upper.IsEmpty;
        TargetFigure figure = isAtMost ? target.Upper : target.Lower;
        decimal? own = figure.Own is { } set ? Figures.Of(set, scale) : null;
        decimal? sum = reading.Indicator.IsAdditive && figure.ChildrenCount > 0 ? Figures.Of(figure.ChildrenSum, scale) : null;
        (string key, string word) = (reading.Indicator.IsAdditive, sum - own) switch
        {
            (false, _) => ("apart", ask.In("không cộng dồn", "not additive")),
            (_, null) => ("none", sum is null ? ask.In("chưa phân bổ", "not allotted") : ask.In("chưa giao cho đơn vị", "no target of its own")),
            (_, 0) => ("exact", ask.In("phân bổ đủ", "allotted in full")),
            (_, < 0) => ("under", ask.In("phân bổ thiếu", "under-allotted")),
            _ => ("over", ask.In("phân bổ vượt", "over-allotted")),
        };
        string side = isAtMost ? "≤ " : "≥ ";
        return new PlanRowView(
            IndicatorWords.Name(reading.Indicator, language),
            ask.At(MonitorView.Indicator, reading.Indicator.Id.Text).Address,
            own is { } o ? side + IndicatorWords.Amount(o, reading, language) : TileViews.Missing,
            sum is { } s ? IndicatorWords.Amount(s, reading, language) : TileViews.Missing,
            sum is null ? "" : figure.ChildrenCount.ToString(CultureInfo.InvariantCulture),
            sum - own is { } d && d != 0 ? (d < 0 ? "−" : "+") + IndicatorWords.Amount(Math.Abs(d), reading, language) : "",
            key, word,
            reading.Standing.Percent is { } percent ? NumberText.Percent(percent, language) : TileViews.Missing);
    }
}
