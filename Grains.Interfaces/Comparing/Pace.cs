namespace Units;

/// <summary>Where the value comes to at the current pace. Only what accumulates has one; of everything else the value is taken to stay.</summary>
internal static class Pace
{
    /// <summary>The comparison with its projection.</summary>
    public static TargetComparison Of(ComparedUnit unit, TargetComparison compared, TargetBounds bounds, Fraction value, Course course)
    {
        if (!unit.Formula.Accumulates)
        {
            return compared with { Projected = value };
        }

        Fraction share = course.Share(compared.Elapsed);
        if (share.Sign <= 0)
        {
            return compared;
        }

        return compared with
        {
            Projected = compared.HasEnded ? value : value / share,
            MetOn = bounds.Lower is { } lower && value < lower ? Reached(lower, compared, value, course) : null,
            MissedOn = bounds.Upper is { } upper && value <= upper && !compared.HasEnded && value / share > upper
                ? Reached(upper, compared, value, course) : null,
        };
    }

    /// <summary>Within the target's months by its course; after them by the mean of the months so far.</summary>
    private static DateOnly? Reached(Fraction bound, TargetComparison compared, Fraction value, Course course)
    {
        if (value.Sign <= 0)
        {
            return null;
        }

        Fraction needed = bound / value;
        return course.DayOf(needed * course.Share(compared.Elapsed)) ?? course.DayAfter(needed * new Fraction(compared.Elapsed, 1));
    }
}
