namespace Units;

/// <summary>An indicator computed from sums: the exact quotient, and how sure it is.</summary>
/// <param name="Quotient">The value, or null when missing: a part is not reported, or the denominator is 0.</param>
/// <param name="Numerator">The amount, the numerator, or the change on the year before; null when not reported.</param>
/// <param name="NumeratorScale">Decimals of the numerator.</param>
/// <param name="Denominator">The denominator or weight, the value of the year before, 1 for an amount; null when not reported.</param>
/// <param name="DenominatorScale">Decimals of the denominator.</param>
/// <param name="Reported">True when every part is reported.</param>
/// <param name="Statements">The statements behind the part that has the fewest.</param>
/// <param name="Estimated">The part of the numerator that is an estimate; of growth, of this year.</param>
/// <param name="IsEstimate">True when some part is estimated on any side.</param>
/// <param name="AtLeast">True when a statement on any side says "at least".</param>
public sealed record IndicatorValue(
    Quotient? Quotient,
    Amount? Numerator,
    int NumeratorScale,
    Amount? Denominator,
    int DenominatorScale,
    bool Reported,
    long Statements,
    Amount Estimated,
    bool IsEstimate,
    bool AtLeast)
{
    /// <summary>The last month with a statement behind the numerator; null where there is none.</summary>
    public Month? Last { get; init; }

    /// <summary>True where a category or one of several indicators is not reported: the value is then the worst of those that are, which can
    /// break a bound but cannot prove that it is kept.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Of a count of units: which have attained.</summary>
    public UnitCount? Count { get; init; }

    /// <summary>The number of the category, or the place among several indicators, that decides the value; null of other formulas.</summary>
    public int? Decisive { get; init; }

    /// <summary>The exact value; null when missing.</summary>
    public Fraction? Value => Quotient?.ToFraction();
}
