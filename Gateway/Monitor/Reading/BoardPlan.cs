using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Which sums a screen needs, and where each answer will be found: one question to the unit serves all its indicators.</summary>
internal sealed class BoardPlan
{
    /// <summary>The most sums of one screen: several screens of a unit share what a gateway may ask it.</summary>
    public const int MaxSums = 400;

    private readonly VietnamClock _clock;
    private readonly MonthRange _period;
    private readonly List<Part> _parts = [];
    private readonly ImmutableArray<SumQuery> _sums;

    /// <summary>A plan for as many of the indicators as there is room for.</summary>
    /// <param name="indicators">The indicators.</param>
    /// <param name="period">The period.</param>
    /// <param name="withBefore">Also how they stood a month before.</param>
    /// <param name="view">The catalogue.</param>
    /// <param name="clock">Tells how far the period has come.</param>
    public BoardPlan(IEnumerable<Indicator> indicators, MonthRange period, bool withBefore, CatalogueView view, VietnamClock clock)
    {
        _clock = clock;
        _period = period;
        List<SumQuery> sums = [];
        foreach (Indicator indicator in indicators)
        {
            (Measure numerator, Measure? denominator) = view.MeasuresOf(indicator);
            Course course = Course.Of(period, numerator.Calendar, clock);
            if (!IndicatorMath.IsDefinedOver(indicator, course.Elapsed))
            {
                continue;
            }

            ImmutableArray<SumQuery> Over(MonthRange range) => IndicatorMath.Sums(indicator, numerator, denominator, range);
            ImmutableArray<SumQuery> whole = Over(course.Elapsed);
            ImmutableArray<SumQuery> month = Over(new MonthRange(course.Now, course.Now));
            ImmutableArray<SumQuery> before = withBefore && course.Before is { } earlier ? Over(earlier) : [];
            if (sums.Count + whole.Length + month.Length + before.Length > MaxSums)
            {
                break;
            }

            _parts.Add(new Part(indicator, numerator, denominator, sums.Count, whole.Length, before.Length));
            sums.AddRange([.. whole, .. month, .. before]);
        }

        _sums = [.. sums];
    }

    /// <summary>How many sums it asks for.</summary>
    public int Sums => _sums.Length;

    /// <summary>The indicators of the plan.</summary>
    public IEnumerable<Indicator> Indicators => _parts.Select(p => p.Indicator);

    /// <summary>What to ask the unit.</summary>
    public TotalsQuery Query(bool byChild) => new(
        _sums, [.. _parts.Select(p => new TargetQuery(p.Indicator.Number, _period, p.Indicator.Formula == FormulaKind.Amount))], byChild);

    /// <summary>What an answer says, in the order of the indicators.</summary>
    public IReadOnlyList<IndicatorReading> Read(ImmutableArray<SumReading> sums, ImmutableArray<TargetReading> targets) =>
        [.. _parts.Select(part => Read(part, sums.AsSpan(), targets))];

    private IndicatorReading Read(Part part, ReadOnlySpan<SumReading> sums, ImmutableArray<TargetReading> targets)
    {
        (Indicator indicator, Measure numerator, Measure? denominator, int start, int length, int before) = part;
        Course course = Course.Of(_period, numerator.Calendar, _clock);
        IndicatorValue value = IndicatorMath.Compute(indicator, numerator, denominator, sums.Slice(start, length));
        IndicatorValue month = IndicatorMath.Compute(indicator, numerator, denominator, sums.Slice(start + length, length));
        (decimal? target, Bound bound) = Target(indicator, numerator, targets);
        bool grows = indicator.Formula == FormulaKind.Amount && numerator.Kind == MeasureKind.Flow;
        Standing? earlier = null;
        if (before > 0 && course.Before is { } range)
        {
            IndicatorValue then = IndicatorMath.Compute(indicator, numerator, denominator, sums.Slice(start + (2 * length), before));
            DateOnly end = CalendarDays.Of(range, numerator.Calendar).Last;
            earlier = Standing.Of(Figures.Of(then), target, bound, grows, Course.ShareOn(_period, numerator.Calendar, end));
        }

        return new IndicatorReading(
            indicator, numerator, value, month, Standing.Of(Figures.Of(value), target, bound, grows, course.Share), earlier, course);
    }

    private (decimal? Target, Bound Bound) Target(Indicator indicator, Measure numerator, ImmutableArray<TargetReading> targets)
    {
        int scale = IndicatorMath.TargetScale(indicator, numerator);
        foreach (TargetReading target in targets)
        {
            if (target.Indicator == indicator.Number && target.Range == _period && target.Tier == TargetAssignment.AssignedTier
                && (target.Own ?? (target.ChildrenCount > 0 && target.Additive ? target.ChildrenSum : null)) is { } set)
            {
                return (Figures.Of(set, scale), target.Bound);
            }
        }

        return (null, Bound.AtLeast);
    }

    private sealed record Part(Indicator Indicator, Measure Numerator, Measure? Denominator, int Start, int Length, int Before);
}
