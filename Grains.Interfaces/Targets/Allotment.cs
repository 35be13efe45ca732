using System.Collections.Immutable;

namespace Units;

/// <summary>What a unit allots of one of its targets, kept in its journal: a repetition completes it with the same parts.</summary>
[GenerateSerializer, Immutable, Alias("units.Allotment")]
public sealed record Allotment
{
    /// <summary>The most children of one allotment.</summary>
    public const int MaxParts = 1_000;

    /// <summary>Decimals of a weight that is given.</summary>
    public const int WeightScale = 6;

    /// <summary>The system that sends it; with <see cref="RequestId"/> it makes repetition harmless.</summary>
    [Id(0)] public required SourceId Source { get; init; }

    /// <summary>The id of the request, unique per unit and source for ever.</summary>
    [Id(1)] public required ReportId RequestId { get; init; }

    /// <summary>SHA-256 over what was sent.</summary>
    [Id(2)] public required ImmutableArray<byte> ContentHash { get; init; }

    /// <summary>The target as it stood; the children get theirs in the same range and tier.</summary>
    [Id(3)] public required Target Target { get; init; }

    /// <summary>True where its bounds add up over units.</summary>
    [Id(4)] public required bool IsAdditive { get; init; }

    /// <summary>By what it was split.</summary>
    [Id(5)] public required AllotmentRule Rule { get; init; }

    /// <summary>The parts, in the order of the ids.</summary>
    [Id(6)] public required ImmutableArray<AllotmentPart> Parts { get; init; }

    /// <summary>The decision; null for none.</summary>
    [Id(7)] public Decision? Decision { get; init; }

    /// <summary>The subject of the token or certificate under which it was sent; null where nobody was asked. No part of the content.</summary>
    [Id(8)] public string? Who { get; init; }

    /// <summary>The target that a child gets.</summary>
    public Target Of(AllotmentPart part) => Target with
    {
        Lower = part.Lower,
        Upper = part.Upper,
        Numerator = part.Numerator,
        Denominator = part.Denominator,
        Members = [],
        Course = CourseOf(part),
        Decision = Decision,
        Assessment = Assessment.NotYet,
        Evidence = "",
    };

    // A course in amounts is the whole's; as shares of it, it is also the part's.
    private TargetCourse CourseOf(AllotmentPart part)
    {
        if (Target.Course.Kind != CourseKind.Amounts || (part.Lower ?? part.Upper) == (Target.Lower ?? Target.Upper))
        {
            return Target.Course;
        }

        if ((Target.Lower ?? Target.Upper) is not { IsZero: false } whole)
        {
            return TargetCourse.Even;
        }

        return new TargetCourse(CourseKind.Shares, [.. Target.Course.Steps.Select(step => new Amount(step.Scaled * TargetCourse.WholeShare / whole.Scaled))]);
    }
}
