namespace Units;

/// <summary>Asks for the targets on an indicator over exactly this range.</summary>
/// <param name="Indicator">The number of the indicator.</param>
/// <param name="Range">The months.</param>
/// <param name="Additive">True for an indicator that is an amount.</param>
[GenerateSerializer, Immutable, Alias("units.TargetQuery")]
public readonly record struct TargetQuery([property: Id(0)] int Indicator, [property: Id(1)] MonthRange Range, [property: Id(2)] bool Additive);
