namespace Units.Gateway.Monitor.Reading;

/// <summary>A value beside its target, and what follows: the one place where the monitor judges.</summary>
/// <param name="Value">The value; null where it is missing.</param>
/// <param name="Target">The target; null where none is set.</param>
/// <param name="Bound">The side on which it is met.</param>
/// <param name="Expected">What is expected by now; null without a target.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Why">Why there is no status.</param>
public sealed record Standing(decimal? Value, decimal? Target, Bound Bound, decimal? Expected, Status Status, NoStatus Why)
{
    private const decimal AheadFrom = 1.05m;
    private const decimal OnCourseFrom = 0.95m;
    private const decimal AtRiskFrom = 0.80m;

    /// <summary>Value over target in per cent; null where either is missing or the target is 0.</summary>
    public decimal? Percent => Value is { } value && Target is { } target && target != 0 ? value / target * 100 : null;

    /// <summary>By how much the value is above (or, negative, below) what is expected by now.</summary>
    public decimal? Gap => Value - Expected;

    /// <summary>Value over expected, turned where lower is better: the higher the better, whichever the side. Children are ranked by it.</summary>
    public decimal? Score { get; private init; }

    /// <summary>Judges.</summary>
    /// <param name="value">The value; null where it is missing.</param>
    /// <param name="target">The target; null where none is set.</param>
    /// <param name="bound">The side on which it is met.</param>
    /// <param name="grows">True where the value adds up over the period, so that only a part of the target is expected before its end.</param>
    /// <param name="elapsed">The share of the period that is over, 0 to 1.</param>
    public static Standing Of(decimal? value, decimal? target, Bound bound, bool grows, decimal elapsed)
    {
        decimal? expected = target is { } whole ? (grows ? whole * elapsed : whole) : null;
        NoStatus why = elapsed <= 0 ? NoStatus.NotBegun
            : value is null ? NoStatus.NotReported
            : target is null ? NoStatus.NoTarget
            : target == 0 && bound == Bound.AtLeast ? NoStatus.ZeroTarget
            : NoStatus.None;
        Standing standing = new(value, target, bound, expected, Status.NotAssessable, why);
        if (why != NoStatus.None)
        {
            // Without a target children are still ranked, by the value itself.
            return standing with { Score = why == NoStatus.NoTarget ? value : null };
        }

        decimal score = Ratio(value!.Value, expected!.Value, bound);
        return standing with { Score = score, Status = Judge(value.Value, target!.Value, bound, grows, elapsed, score) };
    }

    private static Status Judge(decimal value, decimal target, Bound bound, bool grows, decimal elapsed, decimal score)
    {
        bool isMet = bound == Bound.AtLeast ? value >= target : value <= target;
        // What adds up and has reached its least can no longer miss it; what must stay below can until the end.
        bool isSettled = elapsed >= 1 || (grows && bound == Bound.AtLeast);
        return isMet && isSettled ? Status.Attained
            : score >= AheadFrom ? Status.Ahead
            : score >= OnCourseFrom ? Status.OnCourse
            : score >= AtRiskFrom ? Status.AtRisk
            : Status.Behind;
    }

    private static decimal Ratio(decimal value, decimal expected, Bound bound)
    {
        (decimal top, decimal bottom) = bound == Bound.AtLeast ? (value, expected) : (expected, value);
        // Nothing where nothing more was allowed is as good as it gets.
        return bottom == 0 ? (top == 0 ? 1 : AheadFrom) : top / bottom;
    }
}
