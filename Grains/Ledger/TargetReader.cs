using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>Reads targets from cells: a unit's own beside what its children pass up, and what an indicator's sums were over a target's months.</summary>
/// <param name="own">The unit's own cells, or what is held of one child.</param>
/// <param name="children">The sum of what its children pass up; <see cref="CellTable.Empty"/> for a leaf.</param>
/// <param name="all">The cells that sums are read from.</param>
internal sealed class TargetReader(ICells own, ICells children, ICells all)
{
    /// <summary>The targets of an indicator that overlap the range, the earliest first, then the shorter, then by tier.</summary>
    public IEnumerable<TargetReading> Read(TargetQuery query)
    {
        List<TargetPlace>? places = null;
        foreach (TargetPlace place in own.TargetsOf(query.Indicator).Concat(children.TargetsOf(query.Indicator)))
        {
            if (place.Overlaps(query.Range) && places?.Contains(place) != true)
            {
                (places ??= []).Add(place);
            }
        }

        places?.Sort();
        return places is null ? [] : places.Select(place => Read(query, place)).OfType<TargetReading>();
    }

    /// <summary>The months over which a target is held against the indicator: from its first to the last that is asked for.</summary>
    public static MonthRange ToDate(TargetQuery query, TargetPlace place) =>
        new(place.Range.From, place.Range.To < query.Range.To ? place.Range.To : query.Range.To);

    /// <summary>The sums that <see cref="Read(TargetQuery)"/> looks at besides the targets.</summary>
    public IEnumerable<SumQuery> SumsOf(TargetQuery query)
    {
        foreach (TargetReading target in Read(query with { Sums = [] }))
        {
            MonthRange now = ToDate(query, new TargetPlace(target.Range, target.Tier));
            foreach (TimedSum sum in query.Sums.Where(sum => sum.When.Exists(now)))
            {
                yield return sum.Over(now);
            }

            if (target.Course.Kind == CourseKind.LastYear && SumTime.YearBefore.Exists(target.Range))
            {
                yield return query.Sums[0].Over(target.Range.YearBefore());
            }
        }
    }

    private TargetReading? Read(TargetQuery query, TargetPlace place)
    {
        CellKey key = CellKey.OfTarget(Aspect.Target, query.Indicator, place.Range, place.Tier, TargetPart.Lower);
        TargetReading reading = new()
        {
            Indicator = query.Indicator,
            Range = place.Range,
            Tier = place.Tier,
            Asked = query.Range,
            Told = Told(key, TargetPart.Kind) is { } kind ? (TargetKind)kind : null,
            Lower = Figure(key),
            Upper = Figure(key.With(TargetPart.Upper)),
            Numerator = Figure(key.With(TargetPart.Numerator)),
            Denominator = Figure(key.With(TargetPart.Denominator)),
            Course = Course(key, place.Range.Length),
            Assessment = (Assessment)(Told(key, TargetPart.Assessment) ?? 0),
        };
        return reading.IsOwn || !reading.Lower.IsEmpty || !reading.Upper.IsEmpty ? Sums(query, place, reading) : null;
    }

    private TargetReading Sums(TargetQuery query, TargetPlace place, TargetReading reading)
    {
        if (query.Sums.IsDefaultOrEmpty)
        {
            return reading;
        }

        MonthRange now = ToDate(query, place);
        return reading with
        {
            ToDate = now == query.Range ? [] : Over(query, now),
            Monthly = reading.Kind == TargetKind.Maintain
                ? [.. Enumerable.Range(now.From.Number, now.Length).Select(Month.FromNumber).SelectMany(m => Over(query, new MonthRange(m, m)))] : [],
            Shape = reading.Course.Kind == CourseKind.LastYear && SumTime.YearBefore.Exists(place.Range) ? Shape(query.Sums[0], place.Range.YearBefore()) : [],
        };
    }

    private ImmutableArray<SumReading> Over(TargetQuery query, MonthRange now) =>
        [.. query.Sums.Select(sum => sum.When.Exists(now) ? CellSums.Read(all, sum.Over(now)) : default)];

    private ImmutableArray<SumReading> Shape(TimedSum sum, MonthRange before) =>
    [
        .. Enumerable.Range(before.From.Number, before.Length).Select(Month.FromNumber)
            .Select(m => CellSums.Read(all, new SumQuery(sum.Measure, sum.Category, new MonthRange(m, m)))),
    ];

    /// <summary>A bound stands in one of two aspects: where it adds up over units, or where it does not.</summary>
    private TargetFigure Figure(CellKey key)
    {
        CellKey told = key.With(Aspect.RatioTarget);
        if (!own[told.With(Aspect.RatioTargetPresence)].IsZero)
        {
            return new TargetFigure(own[told], Amount.Zero, 0);
        }

        CellKey presence = key.With(Aspect.TargetPresence);
        long count = (long)children[presence].Scaled;
        return new TargetFigure(own[presence].IsZero ? null : own[key], count == 0 ? Amount.Zero : children[key], count);
    }

    private long? Told(CellKey key, TargetPart part)
    {
        CellKey told = key.With(part).With(Aspect.RatioTarget);
        return own[told.With(Aspect.RatioTargetPresence)].IsZero ? null : (long)own[told].Scaled;
    }

    private TargetCourse Course(CellKey key, int months)
    {
        CourseKind kind = (CourseKind)(Told(key, TargetPart.Course) ?? 0);
        if (kind is not (CourseKind.Shares or CourseKind.Amounts))
        {
            return kind == CourseKind.Even ? TargetCourse.Even : new TargetCourse(kind, []);
        }

        ImmutableArray<Amount>.Builder steps = ImmutableArray.CreateBuilder<Amount>();
        while (steps.Count < months && Told(key, TargetPart.FirstStep + (byte)steps.Count) is { } step)
        {
            steps.Add(new Amount(step));
        }

        return new TargetCourse(kind, steps.ToImmutable());
    }
}
