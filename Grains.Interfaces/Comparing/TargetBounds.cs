namespace Units;

/// <summary>When a target is met, with what it inherits put in.</summary>
/// <param name="Kind">The kind; never inherited.</param>
/// <param name="Lower">The lower bound; null where there is none.</param>
/// <param name="Upper">The upper bound; null where there is none.</param>
public readonly record struct TargetBounds(TargetKind Kind, Fraction? Lower, Fraction? Upper)
{
    /// <summary>The bounds that a reading holds.</summary>
    /// <param name="target">The reading.</param>
    /// <param name="scale">The decimals of its bounds.</param>
    public static TargetBounds Of(TargetReading target, int scale) => new(
        target.Kind,
        target.Lower.Held is { } lower ? Fraction.Of(lower, scale) : null,
        target.Upper.Held is { } upper ? Fraction.Of(upper, scale) : null);

    /// <summary>The figure that people name the target by: the lower bound, else the upper; null where there is none.</summary>
    public Fraction? Figure => Lower ?? Upper;

    /// <summary>True where less is better.</summary>
    public bool LowerIsBetter => Kind is TargetKind.AtMost or TargetKind.LessThan or TargetKind.Decrease || (Kind == TargetKind.Maintain && Lower is null);

    /// <summary>True where a value is within, strictly so where the kind says it.</summary>
    public bool Contain(Fraction value) =>
        (Lower is not { } lower || (Kind == TargetKind.MoreThan ? value > lower : value >= lower))
        && (Upper is not { } upper || (Kind == TargetKind.LessThan ? value < upper : value <= upper));
}
