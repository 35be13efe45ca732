using System.Collections.Immutable;

namespace Units;

/// <summary>A target beside the value: every figure that follows from both.</summary>
public sealed record TargetComparison
{
    /// <summary>The target.</summary>
    public required TargetReading Target { get; init; }

    /// <summary>Its bounds, with what it inherits put in; null where that is not to be had.</summary>
    public TargetBounds? Bounds { get; init; }

    /// <summary>The months that the value is over: from the target's first to the last asked for that lies within.</summary>
    public required MonthRange ToDate { get; init; }

    /// <summary>The value over them.</summary>
    public required IndicatorValue Value { get; init; }

    /// <summary>Whether it is met by now.</summary>
    public required Finding Finding { get; init; }

    /// <summary>How many months of the target have ended on the day, of those asked for.</summary>
    public required int Elapsed { get; init; }

    /// <summary>True when all of its months have ended: the finding is about the whole.</summary>
    public bool HasEnded => Elapsed == Target.Range.Length;

    /// <summary>Value over bound × 100: the lower bound where there are both. Null where one is missing or the bound is 0.</summary>
    public Fraction? Percent { get; init; }

    /// <summary>What is expected by now at least; null where nothing is or no month has ended.</summary>
    public Fraction? ExpectedLower { get; init; }

    /// <summary>What is expected by now at most.</summary>
    public Fraction? ExpectedUpper { get; init; }

    /// <summary>Value less what is expected: by how much it is beyond the lower, else the upper one.</summary>
    public Fraction? Difference { get; init; }

    /// <summary>Value over expected × 100, turned where less is better, so that more than 100 is good.</summary>
    public Fraction? PercentOfExpected { get; init; }

    /// <summary>The status.</summary>
    public TargetStatus Status { get; init; }

    /// <summary>Why there is no status.</summary>
    public Gap StatusGap { get; init; }

    /// <summary>What the value comes to at the end of the target's months at the current pace; null where there is none.</summary>
    public Fraction? Projected { get; init; }

    /// <summary>The day on which the target is met at the current pace; null where it is met, never will be, or no pace is to be had.</summary>
    public DateOnly? MetOn { get; init; }

    /// <summary>The day on which the upper bound is passed at the current pace; null where it is passed or will not be within the months.</summary>
    public DateOnly? MissedOn { get; init; }

    /// <summary>The sum of the children's targets less the unit's own: above 0 over-allotted, below 0 under-allotted. Null where they do not add up.</summary>
    public Amount? Allotted { get; init; }

    /// <summary>Of the planned numerator of a ratio: the sum of the children's less the unit's own.</summary>
    public Amount? AllottedNumerator { get; init; }

    /// <summary>Of the planned denominator of a ratio, in the same way.</summary>
    public Amount? AllottedDenominator { get; init; }

    /// <summary>Why <see cref="Allotted"/> is not to be had.</summary>
    public Gap AllottedGap { get; init; }

    /// <summary>The components of a headline.</summary>
    public ImmutableArray<TargetComparison> Components { get; init; } = [];
}
