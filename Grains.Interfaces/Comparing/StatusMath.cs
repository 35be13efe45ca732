namespace Units;

/// <summary>From a value and what is expected by now to a status. It never falls as the value goes in the target's direction.</summary>
public static class StatusMath
{
    /// <summary>The status of a value between what is expected at least and at most.</summary>
    /// <param name="value">The value.</param>
    /// <param name="least">What is expected at least; null for nothing.</param>
    /// <param name="most">What is expected at most; null for nothing.</param>
    /// <param name="thresholds">Where a status begins.</param>
    /// <returns>The worse of both sides, with the value over what is expected, turned for the upper side: 1 is just as expected, more is better. It is
    /// null where the sides of 0 differ.</returns>
    public static (TargetStatus Status, Fraction? Of) Of(Fraction value, Fraction? least, Fraction? most, StatusThresholds thresholds)
    {
        (TargetStatus Status, Fraction? Of)? below = least is { } low ? Side(value, low, thresholds) : null;
        (TargetStatus Status, Fraction? Of)? above = most is { } high ? Side(-value, -high, thresholds) : null;
        return (below, above) switch
        {
            ({ } a, { } b) => IsWorse(a, b) ? a : b,
            ({ } a, null) => a,
            (null, { } b) => b,
            _ => (TargetStatus.NotYetAssessable, null),
        };
    }

    /// <summary>More is better here. Below 0, where expected over value is the same question turned, the better value is the one nearer to 0.</summary>
    private static (TargetStatus Status, Fraction? Of) Side(Fraction value, Fraction expected, StatusThresholds thresholds)
    {
        if (expected.Sign == 0)
        {
            return (value.Sign > 0 ? TargetStatus.Ahead : value.Sign == 0 ? TargetStatus.OnCourse : TargetStatus.Behind, null);
        }

        if (expected.Sign < 0 && value.Sign >= 0)
        {
            return (TargetStatus.Ahead, null);
        }

        Fraction part = expected.Sign > 0 ? value / expected : expected / value;
        return (Of(part, thresholds), part);
    }

    private static TargetStatus Of(Fraction part, StatusThresholds thresholds) =>
        part >= new Fraction(thresholds.Ahead, 100) ? TargetStatus.Ahead
        : part >= new Fraction(thresholds.OnCourse, 100) ? TargetStatus.OnCourse
        : part >= new Fraction(thresholds.AtRisk, 100) ? TargetStatus.AtRisk
        : TargetStatus.Behind;

    private static bool IsWorse((TargetStatus Status, Fraction? Of) a, (TargetStatus Status, Fraction? Of) b) =>
        a.Status != b.Status ? a.Status < b.Status : b.Of is null || (a.Of is { } x && x <= b.Of.Value);
}
