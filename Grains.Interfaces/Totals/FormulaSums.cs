using System.Collections.Immutable;

namespace Units;

/// <summary>Which sums a formula needs.</summary>
internal static class FormulaSums
{
    /// <summary>The sums, in the order in which <see cref="FormulaValue"/> takes them.</summary>
    /// <exception cref="ArgumentException">A part that the formula needs is missing.</exception>
    public static ImmutableArray<TimedSum> Of(Formula formula)
    {
        Indicator indicator = formula.Indicator;
        if (indicator.Formula == FormulaKind.Worst)
        {
            return formula.Parts.IsEmpty
                ? throw new ArgumentException($"Indicator {indicator.Id} is the worst of none.", nameof(formula))
                : [.. formula.Parts.SelectMany(part => part.Sums)];
        }

        TimedSum top = new(formula.Numerator.Ref, indicator.Numerator.Category, SumTime.Now);
        TimedSum? bottom = formula.Denominator is { } measure && indicator.Denominator is { } term ? new(measure.Ref, term.Category, SumTime.Now) : null;
        return indicator.Formula switch
        {
            FormulaKind.Amount or FormulaKind.AttainedCount => [top],
            FormulaKind.Growth when bottom is { } under => [top, under, top with { When = indicator.Base }, under with { When = indicator.Base }],
            FormulaKind.Growth => [top, top with { When = indicator.Base }],
            FormulaKind.Minimum => [.. Enumerable.Range(0, formula.Numerator.Categories.Length + 1).SelectMany(number => Categories(formula, top, bottom, number))],
            _ when bottom is { } under => [top, under],
            _ => throw new ArgumentException($"Indicator {indicator.Id} is a {indicator.Formula} without a denominator.", nameof(formula)),
        };
    }

    /// <summary>The number, among the denominator's categories, of a category of the numerator; null where it has none of that id.</summary>
    public static ushort? Counterpart(Formula formula, int number) => number == 0 ? 0
        : formula.Denominator!.Categories.FirstOrDefault(c => c.Id == formula.Numerator.Categories[number - 1].Id)?.Number;

    private static IEnumerable<TimedSum> Categories(Formula formula, TimedSum top, TimedSum? bottom, int number)
    {
        yield return top with { Category = (ushort)number };
        if (bottom is { } under)
        {
            yield return under with
            {
                Category = Counterpart(formula, number) ?? throw new ArgumentException(
                    $"Indicator {formula.Indicator.Id} is a minimum over categories that its denominator lacks.", nameof(formula)),
            };
        }
    }
}
