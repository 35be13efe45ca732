using Units.Gateway.Errors;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>The column of a league table that ranks: the order of its rows is the order of its figures, and nothing that is not ranked stands in it.</summary>
/// <param name="Scale">What the values and targets beside it are written in.</param>
/// <param name="IsByValue">True where nobody has a target and the values themselves are ranked.</param>
/// <param name="By">What the targets ask for.</param>
/// <param name="Course">How far the period has come.</param>
internal sealed record RankColumn(ColumnScale Scale, bool IsByValue, Yardstick By, PeriodCourse Course)
{
    /// <summary>That of a table.</summary>
    public static RankColumn Of(LeagueRead read) => new(
        ColumnScale.Of(read), read.Lines.All(l => l.Reading.Target is null),
        read.Front.LowerIsBetter ? Yardstick.Ceiling : TargetWords.YardstickOf(read.Front.Target, read.Front), read.Front.Course);

    /// <summary>What stands at its head, with the month up to which it is judged.</summary>
    public string Head(MonitorAsk ask)
    {
        if (IsByValue)
        {
            return Scale.Head(CourseWords.Value(Course, ask), ask.Language);
        }

        return ask.In("% ", "% of what is ") + KeyViews.Expected(By, ask) + CourseWords.Until(Course, ask);
    }

    /// <summary>The figure of a line; empty where it has no rank.</summary>
    public string Text(LeagueLine line, Language language) => line.Rank == 0 ? "" : Text(line.Reading, language);

    /// <summary>The figure of a reading, as of the unit itself, which has no rank among its children.</summary>
    public string Text(IndicatorReading reading, Language language)
    {
        if (IsByValue)
        {
            return reading.Shown is { } shown ? Scale.Number(shown, language) : "";
        }

        // A ceiling is used up by so much: what is allowed over the value would read backwards.
        return reading.Score is { } score && (By == Yardstick.Ceiling ? Used(score) : NumberText.Reached(Figures.Of((Fraction?)score) ?? 0)) is { } percent
            ? NumberText.Aligned(percent, 1, language) + "%" : "";
    }

    /// <summary>How much of what is allowed is used, by how what is allowed stands to the value; null where nothing is allowed.</summary>
    public static decimal? Used(Fraction score) =>
        score.Sign == 0 || Figures.Of((Fraction?)(Fraction.Hundred * Fraction.Hundred / score)) is not { } percent ? null : NumberText.Used(percent);
}
