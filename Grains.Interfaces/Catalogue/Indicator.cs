using System.Collections.Immutable;

namespace Units;

/// <summary>An indicator (chỉ tiêu): what a target is set on, computed after the roll-up from additive measures.</summary>
[GenerateSerializer, Immutable, Alias("units.Indicator")]
public sealed record Indicator
{
    /// <summary>The most indicators of which one is the worst.</summary>
    public const int MaxComponents = 16;

    /// <summary>Its identifier.</summary>
    [Id(0)] public required IndicatorId Id { get; init; }

    /// <summary>1 to 2²⁴ − 1, given by the registry at creation. 0 until then.</summary>
    [Id(1)] public int Number { get; init; }

    /// <summary>How it is computed.</summary>
    [Id(2)] public required FormulaKind Formula { get; init; }

    /// <summary>The amount, the numerator, or what grows.</summary>
    [Id(3)] public required Term Numerator { get; init; }

    /// <summary>The denominator of a ratio or the weight of a mean; null otherwise.</summary>
    [Id(4)] public Term? Denominator { get; init; }

    /// <summary>100 for per cent, 1000 for per thousand; 1 for a mean.</summary>
    [Id(5)] public int Factor { get; init; } = 1;

    /// <summary>Decimals to which a computed value is rounded where it is shown, 0 to 6.</summary>
    [Id(6)] public int Decimals { get; init; } = 2;

    /// <summary>Vietnamese name.</summary>
    [Id(7)] public required string Name { get; init; }

    /// <summary>English name; may be empty.</summary>
    [Id(8)] public string NameEn { get; init; } = "";

    /// <summary>The unit of measure as people write it: %, tỷ đồng.</summary>
    [Id(9)] public string UnitOfMeasure { get; init; } = "";

    /// <summary>Of growth: on which months.</summary>
    [Id(10)] public SumTime Base { get; init; } = SumTime.YearBefore;

    /// <summary>Of an attained count: the kinds of children that count; empty for all.</summary>
    [Id(11)] public ImmutableArray<UnitKind> Kinds { get; init; } = [];

    /// <summary>Of the worst of several: their numbers, 2 to <see cref="MaxComponents"/>; none of them is itself a worst.</summary>
    [Id(12)] public ImmutableArray<int> Components { get; init; } = [];

    /// <summary>True where less is better: it decides which of several is the worst, and how children are ranked.</summary>
    [Id(13)] public bool LowerIsBetter { get; init; }

    /// <summary>From which attainment on a status is given.</summary>
    [Id(14)] public StatusThresholds Thresholds { get; init; } = StatusThresholds.Usual;

    /// <summary>True where the bounds of targets add up over units: amounts, and counts of units.</summary>
    public bool IsAdditive => Formula == FormulaKind.Amount || (Formula == FormulaKind.AttainedCount && Factor == 1);

    /// <inheritdoc/>
    public bool Equals(Indicator? other) => other is not null
        && (Id, Number, Formula, Numerator, Denominator, Factor) == (other.Id, other.Number, other.Formula, other.Numerator, other.Denominator, other.Factor)
        && (Decimals, Name, NameEn, UnitOfMeasure) == (other.Decimals, other.Name, other.NameEn, other.UnitOfMeasure)
        && (Base, LowerIsBetter, Thresholds) == (other.Base, other.LowerIsBetter, other.Thresholds)
        && Kinds.AsSpan().SequenceEqual(other.Kinds.AsSpan()) && Components.AsSpan().SequenceEqual(other.Components.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Number, Formula, Numerator, Denominator);
}
