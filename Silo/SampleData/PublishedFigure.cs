namespace Units.Silo.SampleData;

/// <summary>A figure that a report prints, or that follows from what it prints: what a reader of the totals must find.</summary>
/// <param name="Unit">The id of the unit.</param>
/// <param name="Indicator">The id of the indicator.</param>
/// <param name="Period">The months.</param>
/// <param name="Value">The value at its printed precision.</param>
/// <param name="Numerator">The numerator of a ratio; null otherwise.</param>
/// <param name="Denominator">The denominator of a ratio; null otherwise.</param>
/// <param name="Pooled">True where it follows from printed figures, false where it is printed itself.</param>
/// <param name="Estimate">True where it is an estimate (ước).</param>
/// <param name="AtLeast">True where it is "at least" (trên).</param>
public sealed record PublishedFigure(
    string Unit,
    string Indicator,
    string Period,
    string Value,
    string? Numerator,
    string? Denominator,
    bool Pooled,
    bool Estimate,
    bool AtLeast);
