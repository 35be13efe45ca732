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
            Formula formula = view.Formula(indicator);
            PeriodCourse course = PeriodCourse.Of(period, formula.Numerator.Calendar, clock);
            if (!formula.IsDefinedOver(course.Elapsed))
            {
                continue;
            }

            ImmutableArray<SumQuery> whole = formula.Over(course.Elapsed);
            ImmutableArray<SumQuery> month = formula.Over(new MonthRange(course.Now, course.Now));
            ImmutableArray<SumQuery> before = withBefore && course.Before is { } earlier ? formula.Over(earlier) : [];
            if (sums.Count + whole.Length + month.Length + before.Length > MaxSums)
            {
                break;
            }

            _parts.Add(new Part(formula, sums.Count, whole.Length, before.Length));
            sums.AddRange([.. whole, .. month, .. before]);
        }

        _sums = [.. sums];
    }

    /// <summary>How many sums it asks for.</summary>
    public int Sums => _sums.Length;

    /// <summary>The indicators of the plan.</summary>
    public IEnumerable<Indicator> Indicators => _parts.Select(p => p.Formula.Indicator);

    /// <summary>What to ask the unit.</summary>
    public TotalsQuery Query(bool byChild) => new(
        _sums, [.. _parts.Select(p => new TargetQuery(p.Formula.Indicator.Number, _period))], byChild);

    /// <summary>What an answer says, in the order of the indicators.</summary>
    public IReadOnlyList<IndicatorReading> Read(ImmutableArray<SumReading> sums, ImmutableArray<TargetReading> targets) =>
        [.. _parts.Select(part => Read(part, sums.AsSpan(), targets))];

    private IndicatorReading Read(Part part, ReadOnlySpan<SumReading> sums, ImmutableArray<TargetReading> targets)
    {
        (Formula formula, int start, int length, int before) = part;
        Measure numerator = formula.Numerator;
        PeriodCourse course = PeriodCourse.Of(_period, numerator.Calendar, _clock);
        IndicatorValue value = formula.Compute(sums.Slice(start, length));
        IndicatorValue month = formula.Compute(sums.Slice(start + length, length));
        (decimal? target, Bound bound) = Target(formula, targets);
        bool grows = formula.Accumulates;
        Standing? earlier = null;
        if (before > 0 && course.Before is { } range)
        {
            IndicatorValue then = formula.Compute(sums.Slice(start + (2 * length), before));
            DateOnly end = CalendarDays.Of(range, numerator.Calendar).Last;
            earlier = Standing.Of(Figures.Of(then), target, bound, grows, PeriodCourse.ShareOn(_period, numerator.Calendar, end));
        }

        return new IndicatorReading(
            formula.Indicator, numerator, value, month, Standing.Of(Figures.Of(value), target, bound, grows, course.Share), earlier, course);
    }

    private (decimal? Target, Bound Bound) Target(Formula formula, ImmutableArray<TargetReading> targets)
    {
        foreach (TargetReading target in targets)
        {
            if (target.Indicator != formula.Indicator.Number || target.Range != _period || target.Tier != Tier.Assigned)
            {
                continue;
            }

            // Of a range the lower bound is what is to be reached.
            if ((target.Lower.Held ?? target.Upper.Held) is { } set)
            {
                return (Figures.Of(set, formula.TargetScale), target.Lower.Held is null ? Bound.AtMost : Bound.AtLeast);
            }
        }

        return (null, Bound.AtLeast);
    }

    private sealed record Part(Formula Formula, int Start, int Length, int Before);
}
