using System.Collections.Immutable;
using Units.Gateway.Comparing;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Hands what was read of a unit, or of a child, to the one judge of targets there is, and takes what it finds.</summary>
/// <param name="sums">The sums, in the order of the plan.</param>
/// <param name="targets">The targets, each as often as there are ranges it was asked for over.</param>
/// <param name="inherited">What inherited targets follow.</param>
internal sealed class BoardJudge(
    ImmutableArray<SumReading> sums, ImmutableArray<TargetReading> targets, IReadOnlyDictionary<TargetReading, InheritedBounds> inherited)
{
    /// <summary>An indicator.</summary>
    public IndicatorReading Read(BoardPart part, UnitCount? count)
    {
        PeriodCourse course = part.Course;
        ComparedUnit live = Over(part, part.Live, -1, course.Elapsed, course.AsOf, count);
        ComparedUnit judged = part.Judged == part.Live ? live with { Before = Maybe(part, part.YearBefore) }
            : Over(part, part.Judged, part.YearBefore, course.Judged, course.AsOf, count);
        return new IndicatorReading
        {
            Formula = part.Formula,
            Course = course,
            Value = live.Value,
            Month = Of(part, part.Month),
            // Of a ratio the numerator tells: the denominator may be said once a year.
            Statements = Presence(part.Reported),
            StatementsSince = Presence(part.Month),
            Judged = judged,
            Targets = Compare(judged, course),
            Live = Compare(live with { Before = judged.Before }, course),
            ScoreBefore = part.Before < 0 || course.Before is not { } before ? null
                : Compare(Over(part, part.Before, -1, before.Judged, before.AsOf, null), course).FirstOrDefault()?.PercentOfExpected,
        };
    }

    /// <summary>The same with headlines judged by the targets of their components.</summary>
    public static IReadOnlyList<IndicatorReading> WithHeadlines(IReadOnlyList<IndicatorReading> readings)
    {
        if (!readings.Any(r => r.Targets.Any(t => t.Target.Kind == TargetKind.Composite)))
        {
            return readings;
        }

        ImmutableArray<ComparedIndicator> judged = Headlines.Of([.. readings.Select(r => new ComparedIndicator(r.Judged, r.Targets))]);
        return [.. readings.Select((r, i) => r with { Targets = judged[i].Targets })];
    }

    private ComparedUnit Over(BoardPart part, int start, int before, MonthRange range, DateOnly asOf, UnitCount? count) => new()
    {
        Formula = part.Formula,
        Range = range,
        AsOf = asOf,
        Value = part.Formula.Compute(sums.AsSpan(start, part.Formula.Sums.Length), count),
        Before = Maybe(part, before),
        Count = count,
    };

    /// <summary>The targets of the period, that of the lowest tier first: those over just it, else over the fewest months that begin with it and go on.</summary>
    private ImmutableArray<TargetComparison> Compare(ComparedUnit unit, PeriodCourse course)
    {
        ImmutableArray<TargetComparison>.Builder found = ImmutableArray.CreateBuilder<TargetComparison>();
        foreach (IGrouping<Tier, TargetReading> tier in targets
            .Where(t => t.Asked == unit.Range && t.Indicator == unit.Formula.Indicator.Number && t.Range.From == course.Period.From && t.Range.Contains(course.Period))
            .GroupBy(t => t.Tier).OrderBy(g => g.Key))
        {
            TargetReading target = tier.MinBy(t => t.Range.Length)!;
            found.Add(Comparer.Compare(unit, target, inherited.GetValueOrDefault(target)));
        }

        return found.ToImmutable();
    }

    private long Presence(int start) => sums[Math.Max(start, 0)].Presence;

    private IndicatorValue Of(BoardPart part, int start) => part.Formula.Compute(sums.AsSpan(Math.Max(start, 0), part.Formula.Sums.Length));

    private IndicatorValue? Maybe(BoardPart part, int start) => start < 0 ? null : Of(part, start);
}
