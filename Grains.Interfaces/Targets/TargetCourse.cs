using System.Collections.Immutable;

namespace Units;

/// <summary>The expected course of a target over the months or quarters of its range.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Steps">By hand: what is expected by the end of each step, cumulatively, the last of which is the whole. A step is the same
/// number of months each: as many steps as months, or a number that divides theirs. Empty otherwise.</param>
[GenerateSerializer, Immutable, Alias("units.TargetCourse")]
public sealed record TargetCourse([property: Id(0)] CourseKind Kind, [property: Id(1)] ImmutableArray<Amount> Steps)
{
    /// <summary>The whole, as a share.</summary>
    public const int WholeShare = 1_000_000;

    /// <summary>The same in every month.</summary>
    public static readonly TargetCourse Even = new(CourseKind.Even, []);

    /// <summary>True for a course that is given step by step.</summary>
    public bool IsByHand => Kind is CourseKind.Shares or CourseKind.Amounts;

    /// <inheritdoc/>
    public bool Equals(TargetCourse? other) => other is not null && Kind == other.Kind && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Steps.Length);
}
