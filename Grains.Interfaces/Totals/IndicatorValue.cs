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
    bool AtLeast);
