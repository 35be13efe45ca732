namespace Units;

/// <summary>How an indicator is computed from measures that have been rolled up.</summary>
public enum FormulaKind
{
    /// <summary>The amount of one term.</summary>
    Amount = 0,

    /// <summary>Numerator over denominator times a factor, always pooled.</summary>
    Ratio = 1,

    /// <summary>Per cent change of the numerator on the same months a year before.</summary>
    Growth = 2,

    /// <summary>A mean weighted by the denominator: the numerator is the measure of value × weight.</summary>
    WeightedMean = 3,
}
