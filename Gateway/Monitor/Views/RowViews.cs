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
    /// <param name="leaves">How many units report below the child; null where that is not known.</param>
    /// <param name="ask">The page.</param>
    public static RowView Of(LeagueLine line, Unit? child, int? leaves, MonitorAsk ask)
    {
        Language language = ask.Language;
        Standing standing = line.Reading.Standing;
        MonitorAsk there = ask.Of(line.Child.Text);
        MonitorView view = ask.View == MonitorView.Overview ? MonitorView.Overview : leaves == 1 ? MonitorView.Entries : MonitorView.Indicator;
        return new RowView
        {
            Id = line.Child.Text,
            Name = UnitWords.Name(child, line.Child, line.Reading.Course.Period, language),
            Href = (view == MonitorView.Overview ? there : there.At(view, line.Reading.Indicator.Id.Text)).Address,
            Rank = line.Rank == 0 ? TileViews.Missing : line.Rank.ToString(CultureInfo.InvariantCulture),
            Climb = line.Climb switch { > 0 => $"↑{line.Climb}", < 0 => $"↓{-line.Climb}", _ => "" },
            ClimbKey = line.Climb switch { > 0 => "up", < 0 => "down", _ => "same" },
            ClimbWord = Climb(line, language),
            Value = IndicatorWords.Value(line.Reading, language),
            Target = IndicatorWords.Target(line.Reading, language),
            Figures = IndicatorWords.Figures(line.Reading, language),
            Percent = standing.Percent is { } percent ? NumberText.Percent(percent, language) : "",
            Status = StatusText.Key(standing.Status),
            Icon = StatusText.Icon(standing.Status),
            Word = IndicatorWords.Status(standing, language),
            Reported = IndicatorWords.Reported(line.Reading, leaves, language),
            Bar = Bars.Of(standing.Percent),
            Mark = IndicatorWords.Mark(standing),
        };
    }

    /// <summary>Rows in the order of the page: those at risk on top, or the best.</summary>
    public static IReadOnlyList<LeagueLine> Ordered(IReadOnlyList<LeagueLine> lines, bool bestFirst) => bestFirst
        ? lines
        : [.. lines.OrderBy(l => l.Rank == 0 ? 1 : 0).ThenByDescending(l => l.Rank).ThenBy(l => l.Child)];

    private static string Climb(LeagueLine line, Language language) => (line.Climb, language) switch
    {
        (0, _) => "",
        ( > 0, Language.Vi) => $"lên {line.Climb} bậc so với cuối tháng trước",
        ( < 0, Language.Vi) => $"xuống {-line.Climb} bậc so với cuối tháng trước",
        ( > 0, _) => $"up {line.Climb} since the end of last month",
        _ => $"down {-line.Climb} since the end of last month",
    };
}
