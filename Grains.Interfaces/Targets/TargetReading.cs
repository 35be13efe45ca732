using System.Collections.Immutable;

namespace Units;

/// <summary>A target as it stands at a unit: what the unit set or was told, and beside it what its children pass up.</summary>
[GenerateSerializer, Immutable, Alias("units.TargetReading")]
public sealed record TargetReading
{
    /// <summary>The number of the indicator.</summary>
    [Id(0)] public required int Indicator { get; init; }

    /// <summary>The months it is for.</summary>
    [Id(1)] public required MonthRange Range { get; init; }

    /// <summary>The tier.</summary>
    [Id(2)] public Tier Tier { get; init; }

    /// <summary>The unit's own kind as it was told; null where only children hold one, or it was stored before kinds were.</summary>
    [Id(3)] public TargetKind? Told { get; init; }

    /// <summary>The lower bound.</summary>
    [Id(4)] public TargetFigure Lower { get; init; }

    /// <summary>The upper bound.</summary>
    [Id(5)] public TargetFigure Upper { get; init; }

    /// <summary>The planned numerator of a ratio.</summary>
    [Id(6)] public TargetFigure Numerator { get; init; }

    /// <summary>The planned denominator of a ratio.</summary>
    [Id(7)] public TargetFigure Denominator { get; init; }

    /// <summary>The course.</summary>
    [Id(8)] public TargetCourse Course { get; init; } = TargetCourse.Even;

    /// <summary>What was judged of a qualitative target.</summary>
    [Id(9)] public Assessment Assessment { get; init; }

    /// <summary>The unit's own target as it was set, with its words; null of a child, where only children hold one, or where it has none.</summary>
    [Id(10)] public Target? Stated { get; init; }

    /// <summary>The sums of the query, over the target's months up to the last one asked for; empty where those are just the months asked for.</summary>
    [Id(11)] public ImmutableArray<SumReading> ToDate { get; init; } = [];

    /// <summary>The same month by month, of a target to maintain: all sums of the first month, then of the second.</summary>
    [Id(12)] public ImmutableArray<SumReading> Monthly { get; init; } = [];

    /// <summary>The first sum in each month of the target's range a year before, where that is its course.</summary>
    [Id(13)] public ImmutableArray<SumReading> Shape { get; init; } = [];

    /// <summary>The months of the query that this answers. No part of the target, and so of what makes two readings equal.</summary>
    [Id(14)] public MonthRange Asked { get; init; }

    /// <summary>The kind: as told, else as the bounds tell it.</summary>
    public TargetKind Kind => Told ?? (Upper.IsEmpty ? TargetKind.AtLeast : Lower.IsEmpty ? TargetKind.AtMost : TargetKind.Range);

    /// <summary>The figure that people name the target by: the lower bound, else the upper.</summary>
    public TargetFigure Figure => Lower.IsEmpty ? Upper : Lower;

    /// <summary>True where the unit has it itself.</summary>
    public bool IsOwn => Told is not null || Lower.Own is not null || Upper.Own is not null;

    /// <inheritdoc/>
    public bool Equals(TargetReading? other) => other is not null
        && (Indicator, Range, Tier, Told, Assessment) == (other.Indicator, other.Range, other.Tier, other.Told, other.Assessment)
        && (Lower, Upper, Numerator, Denominator) == (other.Lower, other.Upper, other.Numerator, other.Denominator)
        && Course == other.Course && Stated == other.Stated
        && ToDate.AsSpan().SequenceEqual(other.ToDate.AsSpan()) && Monthly.AsSpan().SequenceEqual(other.Monthly.AsSpan())
        && Shape.AsSpan().SequenceEqual(other.Shape.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Indicator, Range, Tier, Told, Lower, Upper);
}
