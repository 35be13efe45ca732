using System.Collections.Immutable;
using Units.Gateway.Caches;

namespace Units.Gateway.Requests;

/// <summary>Which sums a request needs, and where each answer will be found: one call to the unit serves them all.</summary>
internal sealed class TotalsPlan(CatalogueView catalogue, MonthRange range)
{
    /// <summary>The most sums of one call.</summary>
    public const int MaxSums = 1000;

    private readonly List<SumQuery> _sums = [];
    private readonly List<TargetQuery> _targets = [];
    private readonly List<(Indicator Indicator, int Start, int Count)> _indicators = [];
    private readonly List<(Measure Measure, int Start, int Count)> _measures = [];

    /// <summary>The most cells that one call may make a unit look at.</summary>
    public const int MaxCells = 200_000;

    /// <summary>How many sums.</summary>
    public int Count => _sums.Count;

    /// <summary>How many cells they look at, about: months by categories; of a stock the longest range.</summary>
    public long Cells => CellsOf(_sums);

    /// <summary>How many cells sums look at, about.</summary>
    public static long CellsOf(IEnumerable<SumQuery> sums) => sums.Sum(s =>
        (s.Measure.Kind == MeasureKind.Stock ? MonthRange.MaxLength : (long)s.Range.Length) * (s.Category is null ? s.Measure.Categories + 1 : 1));

    /// <summary>Adds an indicator and its targets.</summary>
    public void Add(Indicator indicator)
    {
        (Measure numerator, Measure? denominator) = catalogue.MeasuresOf(indicator);
        ImmutableArray<SumQuery> sums = IndicatorMath.Sums(indicator, numerator, denominator, range);
        _indicators.Add((indicator, _sums.Count, sums.Length));
        _sums.AddRange(sums);
        _targets.Add(new TargetQuery(indicator.Number, range));
    }

    /// <summary>Adds a measure: the whole, then where asked for the unclassified part and each category.</summary>
    public void Add(Measure measure, bool byCategory)
    {
        int start = _sums.Count;
        _sums.Add(new SumQuery(measure.Ref, null, range));
        if (byCategory)
        {
            for (int category = 0; category <= measure.Categories.Length; category++)
            {
                _sums.Add(new SumQuery(measure.Ref, (ushort)category, range));
            }
        }

        _measures.Add((measure, start, _sums.Count - start));
    }

    /// <summary>What to ask the unit.</summary>
    public TotalsQuery Query(bool byChild) => new([.. _sums], [.. _targets], byChild);

    /// <summary>The value of each indicator, in the order they were added.</summary>
    public IEnumerable<(Indicator Indicator, IndicatorValue Value)> Values(ImmutableArray<SumReading> sums) =>
        _indicators.Select(i =>
        {
            (Measure numerator, Measure? denominator) = catalogue.MeasuresOf(i.Indicator);
            return (i.Indicator, IndicatorMath.Compute(i.Indicator, numerator, denominator, sums.AsSpan(i.Start, i.Count)));
        });

    /// <summary>Each measure with the whole, then its parts, in the order they were added.</summary>
    public IEnumerable<(Measure Measure, ImmutableArray<SumReading> Sums)> Amounts(ImmutableArray<SumReading> sums) =>
        _measures.Select(m => (m.Measure, sums.Slice(m.Start, m.Count)));
}
