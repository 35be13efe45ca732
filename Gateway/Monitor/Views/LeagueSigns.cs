using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>What the signs of a league table and of its map mean. A first target, one of another kind and a first change of rank bring signs that had no key before.</summary>
internal static class LeagueSigns
{
    /// <summary>The key of the part.</summary>
    public const string Key = "signs";

    /// <summary>The field that says since when ranks have changed.</summary>
    public const string Since = "since";

    /// <summary>The field that says by what the table is: by value where nobody has a target.</summary>
    public const string By = "by";

    /// <summary>The field that says how many units there are, and how many of them are ranked.</summary>
    public const string Count = "count";

    /// <summary>All of them. What there is no sign of is empty, and is not drawn.</summary>
    public static LiveGroup Of(LeagueRead read, RankColumn column, MonitorAsk ask) => new(Key,
    [
        new(KeyViews.MarkField, KeyViews.Mark([read.Front], ask)),
        new(Since, Climbs(read, column, ask)),
        new(Count, Units(read.Lines.Count(line => line.Rank > 0), read.Lines.Count, ask)),
        new(By, column.IsByValue ? "value" : ""),
        .. SummaryViews.Shown.Select(s => new KeyValuePair<string, string>(StatusText.Key(s), StatusText.Legend(s, column.By, ask.Language))),
        .. ThresholdWords.Of([read.Front], ask),
    ]);

    private static string Units(int ranked, int all, MonitorAsk ask)
    {
        string count = ranked == all ? NumberText.Of(all, 0, ask.Language) : $"{NumberText.Of(ranked, 0, ask.Language)}/{NumberText.Of(all, 0, ask.Language)}";
        return ask.In($"{count} đơn vị", all == 1 ? $"{count} unit" : $"{count} units");
    }

    // No key to signs that no row has.
    private static string Climbs(LeagueRead read, RankColumn column, MonitorAsk ask) =>
        column.IsByValue || read.Own.Course.Before?.Due is not { } before || read.Lines.All(line => line.Climb == 0) ? ""
            : ask.In("đổi hạng so với ", "change of rank since ") + CourseWords.Month(before, read.Own.Course, ask);
}
