using System.Collections.Immutable;

namespace Units.Gateway.Proving;

/// <summary>The months of a unit that count for what is proven: a unit with several dated parents counts in each for its own months.</summary>
/// <param name="From">The first month.</param>
/// <param name="To">The last month.</param>
internal readonly record struct Window(Month From, Month To)
{
    /// <summary>All months.</summary>
    public static readonly Window All = new(Month.MinValue, Month.MaxValue);

    /// <summary>The months of a child that belong to a parent, within this window; none where it hangs elsewhere throughout.</summary>
    public IEnumerable<Window> Of(Unit child, UnitId parent)
    {
        UnitEdge[] edges = [.. child.Edges.OrderBy(e => e.From)];
        for (int i = 0; i < edges.Length; i++)
        {
            Month last = i + 1 < edges.Length ? edges[i + 1].From.Plus(-1) : Month.MaxValue;
            Month from = edges[i].From > From ? edges[i].From : From;
            Month to = last < To ? last : To;
            if (edges[i].Parent == parent && from <= to)
            {
                yield return new Window(from, to);
            }
        }
    }

    /// <summary>The months that a measure is added up over: of a flow those of the range, of a stock all up to its end. Null for none.</summary>
    public JournalSpan? Span(Measure measure, MonthRange range)
    {
        Month first = measure.Kind == MeasureKind.Stock ? Month.MinValue : range.From;
        Month from = first > From ? first : From;
        Month to = range.To < To ? range.To : To;
        return from <= to ? new JournalSpan(measure.Ref, from, to) : null;
    }

    /// <summary>What to ask a unit for a span: a flow's sum, or the difference of two levels of a stock.</summary>
    public static ImmutableArray<SumQuery> Sums(JournalSpan span)
    {
        if (span.Measure.Kind == MeasureKind.Flow)
        {
            return [new SumQuery(span.Measure, null, new MonthRange(span.From, span.To))];
        }

        SumQuery level = new(span.Measure, null, new MonthRange(span.To, span.To));
        return span.From == Month.MinValue ? [level] : [level, level with { Range = new MonthRange(span.From.Plus(-1), span.From.Plus(-1)) }];
    }
}
