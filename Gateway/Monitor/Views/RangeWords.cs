using Units.Gateway.Errors;
using Units.Gateway.Monitor.Reading;
using Units.Gateway.Monitor.Words;

namespace Units.Gateway.Monitor.Views;

/// <summary>What is said of a value that a target has between a floor and a ceiling: it is within, below or above, by so much. A per cent of one of both would
/// read backwards at the other.</summary>
internal static class RangeWords
{
    /// <summary>How the value stands to the range of its target.</summary>
    /// <param name="value">The value.</param>
    /// <param name="low">The floor.</param>
    /// <param name="high">The ceiling.</param>
    /// <param name="isToCome">True where it adds up over months that are not all over: it is below by nature until they are.</param>
    /// <param name="size">Writes by how much the value differs from a bound.</param>
    /// <param name="language">The language.</param>
    public static string Against(decimal value, decimal low, decimal high, bool isToCome, Func<decimal, string> size, Language language)
    {
        // What is judged meanwhile is the range that was expected by now: the one of the whole period says so.
        string noun = Noun(low, high, language) + (!isToCome ? "" : language == Language.Vi ? " cả kỳ" : " of the whole period");
        bool isExact = low == high;
        bool isBelow = value < low;
        bool isAbove = value > high;
        return (isBelow, isAbove, isToCome, language) switch
        {
            (_, true, _, Language.Vi) => $"trên {noun} {size(high)}",
            (_, true, _, _) => $"{size(high)} above the {noun}",
            (true, _, true, Language.Vi) => $"còn {size(low)} đến {noun}",
            (true, _, true, _) => $"{size(low)} to go to the {noun}",
            (true, _, _, Language.Vi) => $"dưới {noun} {size(low)}",
            (true, _, _, _) => $"{size(low)} below the {noun}",
            (_, _, true, Language.Vi) => $"đã đến {noun}",
            (_, _, true, _) => $"has come to the {noun}",
            (_, _, _, Language.Vi) => isExact ? "đúng mức" : "trong khoảng",
            _ => isExact ? "exact" : "within",
        };
    }

    /// <summary>The value of the judged months beside the range that was expected by their end.</summary>
    /// <param name="reading">The indicator.</param>
    /// <param name="value">The value of those months.</param>
    /// <param name="low">What was expected at least.</param>
    /// <param name="high">What was expected at most.</param>
    /// <param name="month">The last of them.</param>
    /// <param name="language">The language.</param>
    public static string Gap(IndicatorReading reading, decimal value, decimal low, decimal high, string month, Language language)
    {
        bool isVi = language == Language.Vi;
        bool isWithin = value >= low && value <= high;
        decimal bound = isWithin ? value : value < low ? low : high;
        FigureScale scale = FigureScale.Of([value, low, high], [value - bound], reading.Decimals, reading.Indicator.UnitOfMeasure);
        string by = IndicatorWords.Between(value, bound, scale, reading, language);
        string judged = IndicatorWords.Judged(value, scale, reading, language);
        bool isExact = low == high;
        string noun = Noun(low, high, language);
        string at = isVi ? (isExact ? "đúng" : "trong") : isExact ? "just" : "within";
        string wanted = isExact ? scale.Bound(low, language) : $"{scale.BoundNumber(low, language)}–{scale.Bound(high, language)}";
        return isVi
            ? $"Đến hết {month}: {judged}{(isWithin ? at : value < low ? $"thấp hơn {by} so với" : $"cao hơn {by} so với")} {noun} cần đạt {wanted}"
            : $"By the end of {month}: {judged}{(isWithin ? at : value < low ? $"{by} below" : $"{by} above")} the {noun} expected, {wanted}";
    }

    // An exact figure is a range without a width.
    private static string Noun(decimal low, decimal high, Language language) =>
        language == Language.Vi ? (low == high ? "mức" : "khoảng") : low == high ? "level" : "range";
}
