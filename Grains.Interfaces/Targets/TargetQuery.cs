using System.Collections.Immutable;

namespace Units;

/// <summary>Asks for the targets on an indicator, of every tier, whose months overlap a range.</summary>
/// <param name="Indicator">The number of the indicator.</param>
/// <param name="Range">The months.</param>
[GenerateSerializer, Immutable, Alias("units.TargetQuery")]
public readonly record struct TargetQuery([property: Id(0)] int Indicator, [property: Id(1)] MonthRange Range)
{
    /// <summary>What each target is held against, besides: the sums that the indicator is made of. Empty for targets alone.</summary>
    [Id(2)] public ImmutableArray<TimedSum> Sums { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(TargetQuery other) =>
        Indicator == other.Indicator && Range == other.Range && Sums.AsSpan().SequenceEqual(other.Sums.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Indicator, Range, Sums.IsDefault ? 0 : Sums.Length);
}
