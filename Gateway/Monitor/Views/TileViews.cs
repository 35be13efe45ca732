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

    /// <summary>The place of a status on a page: the worst first, what cannot be assessed last.</summary>
    public static int Order(TargetStatus status) => status == TargetStatus.NotYetAssessable ? int.MaxValue : (int)status;

    /// <summary>A tile.</summary>
    /// <param name="reading">What it shows.</param>
    /// <param name="months">The months so far, the oldest first; the last is taken from the reading.</param>
    /// <param name="reporters">How many units below are to report; null where that is not known.</param>
    /// <param name="isLeaf">True where the unit has no children: the tile leads to its entries.</param>
    /// <param name="since">When it last changed; null where that is not known.</param>
    /// <param name="ask">The page.</param>
    public static TileView Of(
        IndicatorReading reading, IReadOnlyList<decimal?> months, int? reporters, bool isLeaf, DateTimeOffset? since, MonitorAsk ask)
    {
        Language language = ask.Language;
        (string number, string unit) = IndicatorWords.Parts(reading, language);
        IReadOnlyList<(decimal X, decimal Y)> points = Bars.Points(months);
        // What a month has come to before it is over would be drawn as a fall: its point stands alone.
        bool isApart = points.Count > 1 && reading.Course.IsRunning && months[^1] is not null;
        return new TileView
        {
            Id = reading.Indicator.Id.Text,
            Name = IndicatorWords.Name(reading.Indicator, language),
            Href = ask.At(isLeaf ? MonitorView.Entries : MonitorView.Indicator, reading.Indicator.Id.Text).Address,
            Number = number,
            Unit = unit,
            Figures = IndicatorWords.Figures(reading, language),
            Percent = TargetWords.Against(reading.Target, reading, language),
            Caption = reading.Target is null ? "" : TargetWords.Caption(reading.Target, reading, language),
            CaptionShort = TargetWords.Noun(reading.Target, language),
            Status = StatusText.Key(reading.Status),
            Icon = StatusText.Icon(reading.Status),
            Word = IndicatorWords.Status(reading, language),
            ForecastMark = IndicatorWords.ForecastMark(reading, language),
            Target = IndicatorWords.Target(reading, language),
            Gap = IndicatorWords.Gap(reading, language),
            Forecast = TimeText.Begin(string.Join("; ", new[] { IndicatorWords.YearBefore(reading, language), IndicatorWords.Forecast(reading, language) }.Where(t => t.Length > 0))),
            Reported = IndicatorWords.Reported(reading, reporters, language),
            Quality = IndicatorWords.Quality(reading.Value, language),
            Until = AgeWords.Until(reading, language),
            UntilShort = AgeWords.UntilShort(reading, language),
            Since = AgeWords.Since(since),
            Moment = AgeWords.Moment(since),
            Old = reading.IsOld ? "1" : "",
            Bar = IndicatorWords.Bar(reading.Value, reading),
            Judged = IndicatorWords.Bar(reading.Judged.Value, reading),
            Mark = IndicatorWords.Mark(reading),
            Spark = Bars.Line(isApart ? [.. points.SkipLast(1)] : points),
            SparkX = points.Count == 0 ? "-9" : Bars.Text(points[^1].X),
            SparkY = points.Count == 0 ? "-9" : Bars.Text(points[^1].Y),
            Running = isApart ? "1" : "",
        };
    }
}
