using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>Writes league tables.</summary>
internal static class LeagueViews
{
    /// <summary>The key of the part that names who has not reported.</summary>
    public const string LateKey = "late";

    /// <summary>The key of the row above those that cannot be ranked.</summary>
    public const string ApartKey = "apart";

    /// <summary>The key of the heads of the columns.</summary>
    public const string HeadKey = "head";

    /// <summary>The key of the row of the unit itself.</summary>
    public const string WholeKey = "whole";

    /// <summary>How many rows a wall has room for; as Assets/look/8-wall.css has it.</summary>
    public const int WallRows = 15;

    /// <summary>How many rows a squarer wall has room for, as one of 4:3; as Assets/look/8-wall.css has it.</summary>
    public const int SquareRows = 21;

    private const int MostNames = 12;

    /// <summary>The table with its map.</summary>
    public static LeagueView Of(LeagueRead read, Unit unit, Indicator indicator, MonitorAsk ask)
    {
        Dictionary<UnitId, Unit> known = read.Listed.ToDictionary(u => u.Id);
        RankColumn column = RankColumn.Of(read);
        List<RowView> rows = [];
        foreach (LeagueLine line in RowViews.Ordered(read.Lines, ask.BestFirst))
        {
            rows.Add(RowViews.Of(
                line, known.GetValueOrDefault(line.Child), read.Counts.TryGetValue(line.Child, out ChildCounts counts) ? counts.Leaves : null,
                read.Reporters(line.Child), column, ask));
        }

        string name = IndicatorWords.Name(indicator, ask.Language);
        return new LeagueView
        {
            Indicator = name,
            Href = ask.At(MonitorView.Indicator, indicator.Id.Text).Address,
            Heads = Heads(read, column, ask),
            Signs = LeagueSigns.Of(read, column, ask),
            Late = Late(read, ask),
            Part = Part(Height(read), WallRows, ask),
            IsWholeOnSquare = Part(Height(read), SquareRows, ask).Length == 0,
            Whole = RowViews.Whole(read, unit, column, ask),
            Rows = rows,
            Map = MapViews.Of(
                ask.In($"Bản đồ ô: {name}", $"Map of squares: {name}"), [.. rows.Select(r => (r, known.GetValueOrDefault(new UnitId(r.Id))))], ask),
            OtherOrder = new LinkView(
                ask.BestFirst ? ask.In("Cần chú ý trước", "At risk first") : ask.In("Tốt nhất trước", "Best first"),
                (ask with { BestFirst = !ask.BestFirst }).Address),
        };
    }

    /// <summary>What changes of the row of the unit itself.</summary>
    public static LiveGroup LiveWhole(LeagueRead read, Unit unit, RankColumn column, MonitorAsk ask) =>
        RowViews.Whole(read, unit, column, ask).Live with { Key = WholeKey };

    /// <summary>The heads of the columns of figures.</summary>
    public static LiveGroup Heads(LeagueRead read, RankColumn column, MonitorAsk ask)
    {
        IndicatorReading front = read.Front;
        ColumnScale scale = column.Scale;
        string against = TargetWords.Caption(front.Target, front, ask.Language);
        bool isRate = IndicatorWords.IsRate(front);
        return new LiveGroup(HeadKey,
        [
            new("vh", scale.Head(CourseWords.Value(column.Course, ask), ask.Language)),
            new("th", scale.Head(ask.In("Chỉ tiêu", "Target"), ask.Language)),
            new("ph", column.Head(ask)),
            new("ah", front.Target is null ? "" : isRate ? against + $", {IndicatorWords.Points(ask.Language)}" : front.Bounds?.Upper is not null ? scale.Head(against, ask.Language) : against + ", %"),
        ]);
    }

    /// <summary>Who has not reported, by name.</summary>
    public static LiveGroup Late(LeagueRead read, MonitorAsk ask)
    {
        Dictionary<UnitId, Unit> known = read.Listed.ToDictionary(u => u.Id);
        (UnitId Child, long Lacking, int Of)[] late = [.. read.Late().OrderByDescending(l => l.Lacking)];
        PeriodCourse course = read.Own.Course;
        string month = TimeText.Month(course.Reported, ask.Language);
        string names = string.Join(", ", late.Take(MostNames).Select(l => Name(l, known.GetValueOrDefault(l.Child), course.Period, ask)));
        string more = late.Length > MostNames ? ask.In($" và {late.Length - MostNames} đơn vị khác", $" and {late.Length - MostNames} more") : "";
        return new LiveGroup(LateKey, [new("t", late.Length == 0 ? "" : ask.In($"Chưa báo cáo {month}{Due(course, read.Own.Numerator, ask)}: {names}{more}.", $"Not reported for {month}{Due(course, read.Own.Numerator, ask)}: {names}{more}."))]);
    }

    /// <summary>How many rows the table has below that of the unit itself, with the one above those that cannot be ranked.</summary>
    internal static int Height(LeagueRead read) => read.Lines.Count + (read.Lines.All(line => line.Rank > 0) ? 0 : 1);

    /// <summary>Which end of a table is shown where there is room for so many rows; empty where all of it is.</summary>
    internal static string Part(int rows, int room, MonitorAsk ask) =>
        rows <= room ? "" : ask.BestFirst ? ask.In("đầu bảng", "top") : ask.In("cuối bảng", "bottom");

    private static string Name((UnitId Child, long Lacking, int Of) late, Unit? child, MonthRange period, MonitorAsk ask)
    {
        string name = UnitWords.Name(child, late.Child, period, ask.Language);
        return late.Of == 1 ? name : ask.In($"{name} (thiếu {late.Lacking}/{late.Of})", $"{name} ({late.Lacking} of {late.Of})");
    }

    private static string Due(PeriodCourse course, Measure measure, MonitorAsk ask)
    {
        if (course.Due is not { } due || measure.DueDay == 0)
        {
            return "";
        }

        string day = TimeText.Day(CalendarDays.LastDay(due, measure.Calendar).AddDays(measure.DueDay));
        return ask.In($" (hạn {day})", $" (due {day})");
    }
}
