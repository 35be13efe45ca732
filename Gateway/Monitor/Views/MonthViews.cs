using System.Globalization;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Writes the months of an indicator, below one another.</summary>
internal static class MonthViews
{
    /// <summary>The key of the head.</summary>
    public const string Key = "months";

    /// <summary>The months so far, the oldest first.</summary>
    public static IReadOnlyList<MonthView> Of(IndicatorReading reading, MonthSeries series, MonitorAsk ask)
    {
        IReadOnlyList<decimal?> values = series.With(reading);
        ColumnScale scale = Scale(reading, series);
        decimal top = values.Max() is { } most and > 0 ? most : 1;
        return
        [
            .. MonthsReader.Months(reading.Course).Zip(values).Select(m => new MonthView(
                TimeText.Month(m.First, ask.Language),
                m.Second is { } value ? scale.Number(value, ask.Language) : TileViews.Missing,
                Bars.Text(Math.Clamp((m.Second ?? 0) / top * 100, 0, 100)),
                m.First == reading.Course.Now && reading.Course.IsRunning)),
        ];
    }

    /// <summary>What stands above them.</summary>
    public static string Head(IndicatorReading reading, MonthSeries series, MonitorAsk ask) =>
        Scale(reading, series).Head(ask.In("Theo tháng", "By month"), ask.Language);

    /// <summary>What changes of them: when the tile moves, the row of its month moves too, and with it the scale of all.</summary>
    public static IEnumerable<LiveGroup> Live(IndicatorReading reading, MonthSeries series, MonitorAsk ask) =>
    [
        new LiveGroup(Key, [new("h", Head(reading, series, ask))]),
        .. Of(reading, series, ask).Select((month, at) => new LiveGroup(KeyOf(at), [new("v", month.Value), new("b", month.Height)])),
    ];

    /// <summary>The key of the row of a month, counted from 0.</summary>
    public static string KeyOf(int at) => string.Create(CultureInfo.InvariantCulture, $"mo-{at}");

    private static ColumnScale Scale(IndicatorReading reading, MonthSeries series) => ColumnScale.Of(series.With(reading), reading);
}
