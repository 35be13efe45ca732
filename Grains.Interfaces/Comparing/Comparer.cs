namespace Units;

/// <summary>Holds a target against the value of its indicator. Pure: the day is told, and everything else was read at once.</summary>
public static class Comparer
{
    /// <summary>Every figure of a target. Of a headline only what its value gives; see <see cref="Headline"/>.</summary>
    /// <param name="unit">The value, and as of when.</param>
    /// <param name="target">The target.</param>
    /// <param name="inherited">What it inherits, where it does.</param>
    public static TargetComparison Compare(ComparedUnit unit, TargetReading target, InheritedBounds? inherited = null)
    {
        MonthRange toDate = new(target.Range.From, target.Range.To < unit.Range.To ? target.Range.To : unit.Range.To);
        bool isAsked = target.ToDate.IsEmpty;
        ComparedUnit over = isAsked ? unit : unit with { Value = unit.Formula.Compute(target.ToDate.AsSpan(), unit.Count), Before = null };
        TargetBounds? bounds = target.Kind == TargetKind.Inherited ? inherited?.Bounds : TargetBounds.Of(target, unit.Formula.TargetScale);
        TargetComparison compared = AllottedFigures.Of(unit.Formula, target) with
        {
            Bounds = bounds,
            ToDate = toDate,
            Value = over.Value,
            Elapsed = Course.Elapsed(toDate, unit.Calendar, unit.AsOf),
        };
        if (bounds is not { } held)
        {
            Gap gap = inherited?.Gap ?? Gap.NothingInherited;
            return compared with { Finding = Finding.Lacks(gap), StatusGap = gap };
        }

        return Figures(over, compared with { Finding = Judged(over, target, held) }, held);
    }

    /// <summary>A headline beside the targets of its components.</summary>
    public static TargetComparison Headline(TargetComparison headline, IReadOnlyCollection<TargetComparison> components)
    {
        Finding finding = Judge.OfAll([.. components.Select(c => c.Finding)]);
        TargetStatus worst = components.Count == 0 ? TargetStatus.NotYetAssessable : components.Min(c => c.Status);
        return headline with
        {
            Finding = finding,
            Status = worst,
            StatusGap = worst == TargetStatus.NotYetAssessable ? Gap.Component : Gap.None,
            Components = [.. components],
        };
    }

    private static Finding Judged(ComparedUnit unit, TargetReading target, TargetBounds bounds) => bounds.Kind switch
    {
        TargetKind.Qualitative => Finding.Of(target.Assessment),
        TargetKind.Composite => Finding.Lacks(Gap.Component),
        TargetKind.Maintain when !target.Monthly.IsEmpty => Judge.Maintained(bounds, Monthly(unit, target)),
        _ => Judge.Of(bounds, unit.Value, unit.Before, target.Stated?.Members ?? []),
    };

    private static IEnumerable<(Month Month, IndicatorValue Value)> Monthly(ComparedUnit unit, TargetReading target)
    {
        int step = unit.Formula.Sums.Length;
        for (int i = 0; i * step < target.Monthly.Length; i++)
        {
            Month month = target.Range.From.Plus(i);
            ReadOnlySpan<SumReading> sums = target.Monthly.AsSpan(i * step, step);

            // Which units had attained in a past month is not known by name, but how many statements said so is.
            UnitCount? count = unit.UnitsIn is { } units ? unit.Formula.CountOf(sums[0], units(month)) : null;
            yield return (month, unit.Formula.Compute(sums, count));
        }
    }

    private static TargetComparison Figures(ComparedUnit unit, TargetComparison compared, TargetBounds bounds)
    {
        if (bounds.Kind is TargetKind.Qualitative or TargetKind.Composite)
        {
            return StatusOf(compared, compared.Finding.Verdict == Verdict.Met ? TargetStatus.Attained : TargetStatus.NotYetAssessable, compared.Finding.Gap);
        }

        if (unit.Value.Value is not { } value)
        {
            return compared with { StatusGap = Judge.Missing(unit.Value) };
        }

        compared = compared with
        {
            Percent = bounds.Figure is { Sign: not 0 } figure ? value / figure * Fraction.Hundred : null,
        };
        if (compared.Elapsed == 0)
        {
            return Settled(unit, compared, bounds) ? StatusOf(compared, TargetStatus.Attained, Gap.None) : compared with { StatusGap = Gap.NoMonthEnded };
        }

        if (Course.Of(compared.Target, unit.Formula.Accumulates, unit.Calendar) is not { } course)
        {
            return Settled(unit, compared, bounds) ? StatusOf(compared, TargetStatus.Attained, Gap.None) : compared with { StatusGap = Gap.NothingBefore };
        }

        return Pace.Of(unit, Expected(unit, compared, bounds, value, course.Share(compared.Elapsed)), bounds, value, course);
    }

    private static TargetComparison Expected(ComparedUnit unit, TargetComparison compared, TargetBounds bounds, Fraction value, Fraction share)
    {
        Fraction? least = bounds.Kind == TargetKind.Increase ? unit.Before?.Value : bounds.Lower * share;
        Fraction? most = bounds.Kind == TargetKind.Decrease ? unit.Before?.Value : bounds.Upper * share;
        (TargetStatus status, Fraction? of) = StatusMath.Of(value, least, most, unit.Formula.Indicator.Thresholds);
        compared = compared with
        {
            ExpectedLower = least,
            ExpectedUpper = most,
            Difference = least is { } low ? value - low : most is { } high ? value - high : null,
            PercentOfExpected = of * Fraction.Hundred,
        };
        if (compared.Finding.Verdict == Verdict.NotAssessable)
        {
            return compared with { StatusGap = compared.Finding.Gap };
        }

        // A month outside cannot be made good any more.
        return StatusOf(compared, Settled(unit, compared, bounds) ? TargetStatus.Attained
            : compared.Finding.Breaches.IsEmpty ? status : TargetStatus.Behind, Gap.None);
    }

    /// <summary>Met with all months over, or with a bound that no further month can take back.</summary>
    private static bool Settled(ComparedUnit unit, TargetComparison compared, TargetBounds bounds) =>
        compared.Finding.Verdict == Verdict.Met
        && (compared.HasEnded || (unit.Formula.Accumulates && bounds.Kind is TargetKind.AtLeast or TargetKind.MoreThan));

    private static TargetComparison StatusOf(TargetComparison compared, TargetStatus status, Gap gap) => compared with { Status = status, StatusGap = gap };
}
