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

    /// <summary>The last month that is looked at, where that is before the last one of <see cref="Range"/>; null otherwise.</summary>
    [Id(3)] public Month? Until { get; init; }

    /// <summary>The months over which a target is held against the indicator: from its first to the last that is asked for and looked at.</summary>
    /// <param name="target">The months of the target.</param>
    /// <param name="asked">The last month asked for.</param>
    /// <param name="until">The last month that is looked at; null for all, as for a target that begins after it.</param>
    public static MonthRange ToDate(MonthRange target, Month asked, Month? until)
    {
        Month last = until is { } month && month >= target.From ? month : asked;
        return new MonthRange(target.From, target.To < last ? target.To : last);
    }

    /// <inheritdoc/>
    public bool Equals(TargetQuery other) =>
        Indicator == other.Indicator && Range == other.Range && Until == other.Until && Sums.AsSpan().SequenceEqual(other.Sums.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Indicator, Range, Sums.IsDefault ? 0 : Sums.Length);
}
