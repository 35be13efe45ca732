using System.Collections.Immutable;

namespace Units;

/// <summary>What was found of a target.</summary>
/// <param name="Verdict">Met, not met, or not assessable.</param>
/// <param name="Gap">Why not assessable; otherwise none.</param>
public readonly record struct Finding(Verdict Verdict, Gap Gap)
{
    /// <summary>Months of a target to maintain in which the value was outside its bounds, the earliest first.</summary>
    public ImmutableArray<Month> Breaches { get; init; } = [];

    /// <summary>Not assessable for this reason.</summary>
    public static Finding Lacks(Gap gap) => new(Verdict.NotAssessable, gap);

    /// <summary>Met or not.</summary>
    public static Finding Is(bool met) => new(met ? Verdict.Met : Verdict.NotMet, Gap.None);

    /// <summary>What a person judged.</summary>
    public static Finding Of(Assessment assessment) =>
        assessment == Assessment.NotYet ? Lacks(Gap.NotJudged) : Is(assessment == Assessment.Met);
}
