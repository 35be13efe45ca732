using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Comparing;

namespace Units.Gateway.Requests;

/// <summary>Which sums a request needs, and where each answer will be found: one call to the unit serves them all.</summary>
internal sealed class TotalsPlan(CatalogueView catalogue, MonthRange range)
{
    /// <summary>The most sums of one call.</summary>
    public const int MaxSums = 1000;

    private readonly List<SumQuery> _sums = [];
    private readonly List<TargetQuery> _targets = [];
    private readonly List<(Formula Formula, int Start)> _indicators = [];
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
        Formula formula = catalogue.Formula(indicator);
        _indicators.Add((formula, _sums.Count));
        _sums.AddRange(formula.Over(range));
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

    /// <summary>True where an indicator counts children, so that the unit is asked for each of them too.</summary>
    public bool Counts => _indicators.Exists(i => i.Formula.Indicator.Formula == FormulaKind.AttainedCount);

    /// <summary>What to ask the unit.</summary>
    public TotalsQuery Query(bool byChild) => byChild || !Counts
        ? new TotalsQuery([.. _sums], [.. _targets], byChild)
        : new TotalsQuery([.. _sums], [.. _targets], true) { ChildSums = [.. _indicators.Where(IsCount).Select(i => _sums[i.Start])] };

    /// <summary>The value of each indicator, in the order they were added.</summary>
    public IEnumerable<(Indicator Indicator, IndicatorValue Value)> Values(ImmutableArray<SumReading> sums) => _indicators.Select(i => Value(i, sums, null));

    /// <summary>The value of each indicator of a unit, in the order they were added, with the children counted.</summary>
    /// <param name="totals">The answer to <see cref="Query"/>.</param>
    /// <param name="children">The children there are; looked at where <see cref="Counts"/>.</param>
    public IEnumerable<(Indicator Indicator, IndicatorValue Value)> Values(UnitTotals totals, IReadOnlyCollection<Unit> children)
    {
        int counted = 0;
        foreach ((Formula Formula, int Start) each in _indicators)
        {
            // Where the children were asked for the flags alone, their sums are numbered by these indicators.
            UnitCount? count = !IsCount(each) ? null
                : Children.Count(each.Formula, totals, totals.Children is [{ Sums.Length: var length }, ..] && length == _sums.Count ? each.Start : counted, children, range);
            counted += IsCount(each) ? 1 : 0;
            yield return Value(each, totals.Sums, count);
        }
    }

    private static bool IsCount((Formula Formula, int Start) indicator) => indicator.Formula.Indicator.Formula == FormulaKind.AttainedCount;

    private static (Indicator Indicator, IndicatorValue Value) Value((Formula Formula, int Start) i, ImmutableArray<SumReading> sums, UnitCount? count) =>
        (i.Formula.Indicator, i.Formula.Compute(sums.AsSpan(i.Start, i.Formula.Sums.Length), count));

    /// <summary>Each measure with the whole, then its parts, in the order they were added.</summary>
    public IEnumerable<(Measure Measure, ImmutableArray<SumReading> Sums)> Amounts(ImmutableArray<SumReading> sums) =>
        _measures.Select(m => (m.Measure, sums.Slice(m.Start, m.Count)));
}
