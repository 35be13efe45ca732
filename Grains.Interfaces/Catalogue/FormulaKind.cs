namespace Units;

/// <summary>How an indicator is computed from measures that have been rolled up.</summary>
public enum FormulaKind
{
    /// <summary>The amount of one term.</summary>
    Amount = 0,

    /// <summary>Numerator over denominator times a factor, always pooled.</summary>
    Ratio = 1,

    /// <summary>Per cent change on months before: of the numerator, or of the rate where there is a denominator.</summary>
    Growth = 2,

    /// <summary>A mean weighted by the denominator: the numerator is the measure of value × weight.</summary>
    WeightedMean = 3,

    /// <summary>How many of the children of some kinds have attained: those whose numerator is above 0. With a factor of 100 the share of them.</summary>
    AttainedCount = 4,

    /// <summary>The least over the categories of the numerator: of numerator over denominator, or of the amount.</summary>
    Minimum = 5,

    /// <summary>The worst of several indicators: a bound on it holds for all of them.</summary>
    Worst = 6,
}
