using System.Globalization;

namespace Units.Gateway.Monitor.Views;

/// <summary>Lengths and places in drawings, as SVG has them.</summary>
public static class Bars
{
    /// <summary>The width of a bar: its end is 100 per cent of the target, or the ceiling.</summary>
    public const decimal Width = 100;

    /// <summary>The width of a line of months.</summary>
    public const decimal SparkWidth = 100;

    /// <summary>The height of a line of months.</summary>
    public const decimal SparkHeight = 28;

    private const decimal Margin = 3;

    /// <summary>A per cent of a target as a length; what is beyond the bar ends with it.</summary>
    public static string Of(decimal? percent) => Text(Math.Clamp(percent ?? 0, 0, Width));

    /// <summary>Months as points; those that are missing are left out.</summary>
    public static IReadOnlyList<(decimal X, decimal Y)> Points(IReadOnlyList<decimal?> months)
    {
        decimal[] known = [.. months.Where(m => m is not null).Select(m => m!.Value)];
        if (known.Length < 2)
        {
            return [];
        }

        // From nothing on: a line that hides its zero makes a ripple look like a storm. Ratios have their zero far away, and are drawn by their span.
        decimal top = known.Max();
        decimal least = Math.Min(known.Min(), 0) is var zero && known.Min() > top / 2 ? known.Min() - ((top - known.Min()) / 2) : zero;
        decimal span = top - least == 0 ? 1 : top - least;
        decimal step = (SparkWidth - (2 * Margin)) / (months.Count - 1);
        return
        [
            .. months.Select((month, i) => (Month: month, X: Margin + (i * step))).Where(p => p.Month is not null)
                .Select(p => (p.X, SparkHeight - Margin - ((p.Month!.Value - least) / span * (SparkHeight - (2 * Margin))))),
        ];
    }

    /// <summary>Points as SVG has them.</summary>
    public static string Line(IReadOnlyList<(decimal X, decimal Y)> points) => string.Join(' ', points.Select(p => $"{Text(p.X)},{Text(p.Y)}"));

    /// <summary>A number as SVG has it.</summary>
    public static string Text(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
