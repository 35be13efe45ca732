using System.Globalization;
using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Writes the lines of a league table as rows.</summary>
internal static class RowViews
{
    /// <summary>A row.</summary>
    /// <param name="line">The line.</param>
    /// <param name="child">The child as the registry knows it; null where it does not.</param>
    /// <param name="leaves">How many units below the child have none below them; null where that is not known.</param>
    /// <param name="reporters">How many units below it are to report; null where that is not known.</param>
    /// <param name="column">How the figures of its columns are written.</param>
    /// <param name="ask">The page.</param>
    public static RowView Of(LeagueLine line, Unit? child, int? leaves, int? reporters, RankColumn column, MonitorAsk ask)
    {
        Language language = ask.Language;
        IndicatorReading reading = line.Reading;
        ColumnScale scale = column.Scale;
        MonitorAsk there = ask.Of(line.Child.Text);
        MonitorView view = ask.View == MonitorView.Overview ? MonitorView.Overview : leaves == 1 ? MonitorView.Entries : MonitorView.Indicator;
        return new RowView
        {
            Id = line.Child.Text,
            Name = UnitWords.Name(child, line.Child, reading.Course.Period, language),
            Href = (view == MonitorView.Overview ? there : there.At(view, reading.Indicator.Id.Text)).Address,
            Rank = line.Rank == 0 ? TileViews.Missing : line.Rank.ToString(CultureInfo.InvariantCulture),
            Climb = line.Climb switch { > 0 => $"↑{line.Climb}", < 0 => $"↓{-line.Climb}", _ => "" },
            ClimbKey = line.Climb switch { > 0 => "up", < 0 => "down", _ => "same" },
            ClimbWord = Climb(line, language),
            Value = reading.Shown is { } shown ? scale.Number(shown, language) : TileViews.Missing,
            Target = TargetWords.Bounds(reading.Target?.Bounds, v => scale.Number(v, language), v => scale.Number(v, language), language),
            Figures = IndicatorWords.Figures(reading, language),
            Percent = column.Text(line, language),
            Against = TargetWords.Short(reading, v => scale.Number(v, language), language),
            Status = StatusText.Key(reading.Status),
            Icon = StatusText.Icon(reading.Status),
            // In a table by values nobody has a status, and why somebody has no rank is told instead.
            Word = line.Rank == 0 && reading.Status == TargetStatus.NotYetAssessable
                ? IndicatorWords.Status(reading.Target, line.Why, reading, language) : IndicatorWords.Status(reading, language),
            Reported = IndicatorWords.Reported(reading, reporters, language),
            Bar = IndicatorWords.Bar(reading.Value, reading),
            Judged = IndicatorWords.Bar(reading.Judged.Value, reading),
            Mark = IndicatorWords.Mark(reading),
        };
    }

    /// <summary>The unit itself above its children, without a rank among them.</summary>
    public static RowView Whole(LeagueRead read, Unit unit, RankColumn column, MonitorAsk ask) =>
        Of(new LeagueLine(unit.Id, read.Own, 0, 0, read.Own.Why), unit, null, null, column, ask) with
        {
            Name = UnitWords.Whole(unit, read.Own.Course.Period, ask.Language),
            Rank = "",
            Percent = column.Text(read.Own, ask.Language),
            // The line above the tiles tells who has reported.
            Reported = "",
        };

    /// <summary>Rows in the order of the page: those at risk on top, or the best.</summary>
    public static IReadOnlyList<LeagueLine> Ordered(IReadOnlyList<LeagueLine> lines, bool bestFirst) => bestFirst
        ? lines
        : [.. lines.Where(l => l.Rank > 0).Reverse(), .. lines.Where(l => l.Rank == 0)];

    private static string Climb(LeagueLine line, Language language) => (line.Climb, language) switch
    {
        (0, _) => "",
        ( > 0, Language.Vi) => $"lên {line.Climb} bậc so với tháng trước đó",
        ( < 0, Language.Vi) => $"xuống {-line.Climb} bậc so với tháng trước đó",
        ( > 0, _) => $"up {line.Climb} since the month before",
        _ => $"down {-line.Climb} since the month before",
    };
}
