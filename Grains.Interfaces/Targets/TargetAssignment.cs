using System.Collections.Immutable;

namespace Units;

/// <summary>Sets a target (chỉ tiêu giao) of a unit: a bound on an indicator over a range, in a tier. It replaces the earlier one there.</summary>
[GenerateSerializer, Immutable, Alias("units.TargetAssignment")]
public sealed record TargetAssignment
{
    /// <summary>Decimals of a threshold on a ratio.</summary>
    public const int RatioScale = 6;

    /// <summary>Who assigns; with <see cref="RequestId"/> it makes repetition harmless.</summary>
    [Id(0)] public required SourceId Source { get; init; }

    /// <summary>The id of the request, unique per unit and source for ever.</summary>
    [Id(1)] public required ReportId RequestId { get; init; }

    /// <summary>SHA-256 over what was sent.</summary>
    [Id(2)] public required ImmutableArray<byte> ContentHash { get; init; }

    /// <summary>The number of the indicator.</summary>
    [Id(3)] public required int Indicator { get; init; }

    /// <summary>The months the target is for.</summary>
    [Id(4)] public required MonthRange Range { get; init; }

    /// <summary>The side on which it is met.</summary>
    [Id(5)] public required Bound Bound { get; init; }

    /// <summary>In the indicator's scale where additive, else in 10⁻⁶ of the ratio (95 % of a factor-100 ratio is 95).</summary>
    [Id(6)] public required Amount Value { get; init; }

    /// <summary>True for an amount, which rolls up; false for a ratio, which does not.</summary>
    [Id(7)] public required bool Additive { get; init; }

    /// <summary>The tier.</summary>
    [Id(8)] public Tier Tier { get; init; }

    /// <summary>Takes the target back: afterwards none is set.</summary>
    [Id(9)] public bool Withdrawn { get; init; }

    /// <summary>The subject of the token or certificate under which it was sent, 1 to 128 characters; null where nobody was asked. No part of
    /// the content: under the same id it may be sent again by another.</summary>
    [Id(10)] public string? Who { get; init; }

    /// <summary>The target as it is set, of any kind and with its words; null for a bound alone, which the fields above have.</summary>
    [Id(11)] public Target? Stated { get; init; }

    /// <summary>A judgement of the qualitative target that stands there; null for an assignment. Everything else of the target stays.</summary>
    [Id(12)] public Judgement? Judgement { get; init; }

    /// <summary>Where it is set.</summary>
    public TargetKey Key => new(Indicator, Range, Tier);

    /// <summary>Sets a target of any kind.</summary>
    /// <param name="target">The target.</param>
    /// <param name="additive">True where its bounds add up over units.</param>
    /// <param name="source">Who assigns.</param>
    /// <param name="requestId">The id of the request.</param>
    /// <param name="contentHash">SHA-256 over what was sent.</param>
    public static TargetAssignment Of(Target target, bool additive, SourceId source, ReportId requestId, ImmutableArray<byte> contentHash) => new()
    {
        Source = source,
        RequestId = requestId,
        ContentHash = contentHash,
        Indicator = target.Indicator,
        Range = target.Range,
        Tier = target.Tier,
        Bound = target.Lower is null && target.Upper is not null ? Bound.AtMost : Bound.AtLeast,
        Value = target.Lower ?? target.Upper ?? Amount.Zero,
        Additive = additive,
        Stated = target,
    };
}
