using System.Collections.Immutable;

namespace Units;

/// <summary>A target (chỉ tiêu giao) as it is set: when an indicator of a unit is as it should be over a range, in a tier.</summary>
[GenerateSerializer, Immutable, Alias("units.Target")]
public sealed record Target
{
    /// <summary>The most units that a count may name.</summary>
    public const int MaxMembers = 1_000;

    /// <summary>The most components of a headline.</summary>
    public const int MaxComponents = 64;

    /// <summary>The longest text of a target.</summary>
    public const int MaxWords = 2_000;

    /// <summary>The number of the indicator.</summary>
    [Id(0)] public required int Indicator { get; init; }

    /// <summary>The months it is for.</summary>
    [Id(1)] public required MonthRange Range { get; init; }

    /// <summary>The tier.</summary>
    [Id(2)] public Tier Tier { get; init; }

    /// <summary>When it is met.</summary>
    [Id(3)] public required TargetKind Kind { get; init; }

    /// <summary>The lower bound, in the scale of <see cref="IndicatorMath.TargetScale"/>. Of an attained count: how many units.</summary>
    [Id(4)] public Amount? Lower { get; init; }

    /// <summary>The upper bound, in the same scale.</summary>
    [Id(5)] public Amount? Upper { get; init; }

    /// <summary>The planned numerator of a ratio, in the scale of its measure: what makes the targets of children comparable with it.</summary>
    [Id(6)] public Amount? Numerator { get; init; }

    /// <summary>The planned denominator of a ratio, in the scale of its measure.</summary>
    [Id(7)] public Amount? Denominator { get; init; }

    /// <summary>The units that a count names; each of them has to attain. Empty where any will do.</summary>
    [Id(8)] public ImmutableArray<UnitId> Members { get; init; } = [];

    /// <summary>What an inherited target follows.</summary>
    [Id(9)] public TargetReference? Reference { get; init; }

    /// <summary>The numbers of the indicators of a headline; each has a target of the same unit, range and tier.</summary>
    [Id(10)] public ImmutableArray<int> Components { get; init; } = [];

    /// <summary>The expected course.</summary>
    [Id(11)] public TargetCourse Course { get; init; } = TargetCourse.Even;

    /// <summary>As the document says it; may be empty.</summary>
    [Id(12)] public string Words { get; init; } = "";

    /// <summary>The decision by which it holds; null where it was assigned without one.</summary>
    [Id(13)] public Decision? Decision { get; init; }

    /// <summary>What was judged of a qualitative target.</summary>
    [Id(14)] public Assessment Assessment { get; init; }

    /// <summary>What the judgement rests on; may be empty.</summary>
    [Id(15)] public string Evidence { get; init; } = "";

    /// <summary>What is wrong with it, all at once; empty where nothing is. See <see cref="TargetRules"/>.</summary>
    /// <param name="indicator">The indicator of <see cref="Indicator"/>.</param>
    /// <param name="field">Before the names of fields: <c>targets[3].</c> or nothing.</param>
    public ImmutableArray<Violation> Validate(Indicator indicator, string field = "") => TargetRules.Of(this, indicator, field);

    /// <inheritdoc/>
    public bool Equals(Target? other) => other is not null
        && (Indicator, Range, Tier, Kind, Lower, Upper) == (other.Indicator, other.Range, other.Tier, other.Kind, other.Lower, other.Upper)
        && (Numerator, Denominator, Assessment) == (other.Numerator, other.Denominator, other.Assessment)
        && Reference == other.Reference && Course == other.Course && Decision == other.Decision
        && Words == other.Words && Evidence == other.Evidence
        && Members.AsSpan().SequenceEqual(other.Members.AsSpan()) && Components.AsSpan().SequenceEqual(other.Components.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Indicator, Range, Tier, Kind, Lower, Upper);
}
