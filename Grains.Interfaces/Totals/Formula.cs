using System.Collections.Immutable;

namespace Units;

/// <summary>An indicator with the measures that it is computed from: which sums it needs, and what they come to.</summary>
public sealed class Formula
{
    private readonly FormulaValue _value;

    /// <summary>The formula of an indicator.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="numerator">The measure of its numerator; of the worst of several that of the first.</param>
    /// <param name="denominator">The measure of its denominator, where it has one.</param>
    /// <param name="parts">The formulas of the several indicators of which it is the worst; empty otherwise.</param>
    /// <exception cref="ArgumentException">A part that the formula needs is missing.</exception>
    public Formula(Indicator indicator, Measure numerator, Measure? denominator = null, params ImmutableArray<Formula> parts)
    {
        (Indicator, Numerator, Denominator, Parts) = (indicator, numerator, denominator, parts.IsDefault ? [] : parts);
        Sums = FormulaSums.Of(this);
        _value = new FormulaValue(this);
    }

    /// <summary>The indicator.</summary>
    public Indicator Indicator { get; }

    /// <summary>The measure of its numerator.</summary>
    public Measure Numerator { get; }

    /// <summary>The measure of its denominator.</summary>
    public Measure? Denominator { get; }

    /// <summary>The indicators of which it is the worst.</summary>
    public ImmutableArray<Formula> Parts { get; }

    /// <summary>The sums it needs, in the order in which <see cref="Compute"/> takes them.</summary>
    public ImmutableArray<TimedSum> Sums { get; }

    /// <summary>Decimals of its targets' bounds.</summary>
    public int TargetScale => IndicatorMath.TargetScale(Indicator, Numerator);

    /// <summary>True where the value grows with the months, so that a part of the year can be expected to bring a part of the target: a sum over
    /// time, alone or over a level.</summary>
    public bool Accumulates => Numerator.Kind == MeasureKind.Flow
        && Indicator.Formula is FormulaKind.Amount or FormulaKind.Ratio or FormulaKind.WeightedMean
        && Denominator is null or { Kind: MeasureKind.Stock };

    /// <summary>True where a change of the value is told in per cent of it; false where in points, since the value is itself a share or a change.</summary>
    public bool ChangesInPerCent => Indicator.Formula is FormulaKind.Amount or FormulaKind.WeightedMean
        || (Indicator.Formula == FormulaKind.AttainedCount && Indicator.Factor == 1)
        || (Indicator.Formula == FormulaKind.Minimum && Denominator is null);

    /// <summary>The measures behind it, each once.</summary>
    public IEnumerable<Measure> Measures =>
        (Parts.IsEmpty ? new[] { Numerator, Denominator }.OfType<Measure>() : Parts.SelectMany(part => part.Measures)).DistinctBy(m => m.Number);

    /// <summary>False where it needs months that cannot be written.</summary>
    public bool IsDefinedOver(MonthRange range) => Sums.All(sum => sum.When.Exists(range));

    /// <summary>The sums over a range; see <see cref="IsDefinedOver"/>.</summary>
    public ImmutableArray<SumQuery> Over(MonthRange range) => [.. Sums.Select(sum => sum.Over(range))];

    /// <summary>An attained count of which only the sum of what the units say is known; null where none says anything.</summary>
    /// <param name="flags">The sum.</param>
    /// <param name="of">How many units there are.</param>
    public UnitCount? CountOf(SumReading flags, int of)
    {
        Int128 whole = flags.Amount.Scaled;
        for (int i = 0; i < Numerator.Scale; i++)
        {
            whole /= 10;
        }

        return flags.Presence == 0 ? null : new UnitCount((long)whole, of);
    }

    /// <summary>The value from <see cref="Sums"/>.</summary>
    /// <param name="sums">Over one range.</param>
    /// <param name="count">Of an attained count: which units have. Without it only how many statements say so is known, and no share.</param>
    public IndicatorValue Compute(ReadOnlySpan<SumReading> sums, UnitCount? count = null) => _value.Of(sums, count);
}
