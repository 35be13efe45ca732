using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Writes readings as tiles.</summary>
internal static class TileViews
{
    /// <summary>What stands in place of a number that is missing.</summary>
    public const string Missing = "—";

    /// <summary>A tile.</summary>
    /// <param name="reading">What it shows.</param>
    /// <param name="months">The months so far, the oldest first; the last is taken from the reading.</param>
    /// <param name="leaves">How many units report below; null where that is not known.</param>
    /// <param name="isLeaf">True where the unit has no children: the tile leads to its entries.</param>
    /// <param name="since">Since when it is what it is, as far as was watched.</param>
    /// <param name="ask">The page.</param>
    public static TileView Of(
        IndicatorReading reading, IReadOnlyList<decimal?> months, int? leaves, bool isLeaf, DateTimeOffset since, MonitorAsk ask)
    {
        Language language = ask.Language;
        Standing standing = reading.Standing;
        (string number, string unit) = standing.Value is { } value
            ? NumberText.Scaled(value, reading.Decimals, reading.Indicator.UnitOfMeasure, language)
            : (Missing, "");
        IReadOnlyList<(decimal X, decimal Y)> points = Bars.Points(months);
        return new TileView
        {
            Id = reading.Indicator.Id.Text,
            Name = IndicatorWords.Name(reading.Indicator, language),
            Href = ask.At(isLeaf ? MonitorView.Entries : MonitorView.Indicator, reading.Indicator.Id.Text).Address,
            Number = number,
            Unit = unit,
            Figures = IndicatorWords.Figures(reading, language),
            Percent = standing.Percent is { } percent ? NumberText.Percent(percent, language) : "",
            Status = StatusText.Key(standing.Status),
            Icon = StatusText.Icon(standing.Status),
            Word = IndicatorWords.Status(standing, language),
            Target = IndicatorWords.Target(reading, language),
            Gap = IndicatorWords.Gap(reading, language),
            Reported = IndicatorWords.Reported(reading, leaves, language),
            Quality = IndicatorWords.Quality(reading.Value, language),
            Since = TimeText.Minute(since),
            Old = standing.Value is not null && reading.Month.Statements == 0 ? "1" : "",
            Bar = Bars.Of(standing.Percent),
            Mark = IndicatorWords.Mark(standing),
            Spark = Bars.Line(points),
            SparkX = points.Count == 0 ? "-9" : Bars.Text(points[^1].X),
            SparkY = points.Count == 0 ? "-9" : Bars.Text(points[^1].Y),
            Order = (int)standing.Status,
        };
    }
}
