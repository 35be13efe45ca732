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

    /// <summary>Within the target's months by its course, and only where that comes to the bound by their end; after them as many a month as they are then the
    /// mean of.</summary>
    private static DateOnly? Reached(Fraction bound, TargetComparison compared, Fraction value, Course course)
    {
        if (value.Sign <= 0)
        {
            return null;
        }

        Fraction whole = bound / value * course.Share(compared.Elapsed);
        return course.DayOf(whole) ?? course.DayAfter(whole * new Fraction(course.Range.Length, 1));
    }
}
