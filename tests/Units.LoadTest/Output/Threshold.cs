using System.Globalization;
using System.Text.RegularExpressions;

namespace Units.LoadTest.Output;

/// <summary>What a figure has to be: <c>p99_ack_ms&lt;50</c>.</summary>
/// <param name="Metric">The name of the figure.</param>
/// <param name="Comparison">&lt;, &lt;=, &gt;, &gt;= or =.</param>
/// <param name="Limit">With what it is compared.</param>
internal sealed partial record Threshold(string Metric, string Comparison, double Limit)
{
    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is none; the message says what one looks like.</exception>
    public static Threshold Parse(string text)
    {
        Match match = Shape().Match(text);
        return match.Success && double.TryParse(match.Groups[3].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double limit)
            ? new Threshold(match.Groups[1].Value, match.Groups[2].Value, limit)
            : throw new FormatException($"'{text}' is no threshold: say a figure, one of < <= > >= =, and a number, as in 'p99_ack_ms<50'.");
    }

    /// <summary>What is wrong with the figures; null where they hold.</summary>
    /// <exception cref="FormatException">There is no such figure; the message lists those there are.</exception>
    public string? Broken(IReadOnlyDictionary<string, double> figures)
    {
        if (!figures.TryGetValue(Metric, out double value))
        {
            throw new FormatException($"'{Metric}' is no figure of this run; there are {string.Join(", ", figures.Keys)}.");
        }

        bool holds = Comparison switch
        {
            "<" => value < Limit,
            "<=" => value <= Limit,
            ">" => value > Limit,
            ">=" => value >= Limit,
            _ => value == Limit,
        };
        return holds ? null : string.Create(CultureInfo.InvariantCulture, $"{Metric} is {value:0.###} and has to be {Comparison} {Limit}");
    }

    [GeneratedRegex(@"^\s*([a-z0-9_]+)\s*(<=|>=|<|>|=)\s*(\S+)\s*$")]
    private static partial Regex Shape();
}
