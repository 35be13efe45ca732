using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Requests;

namespace Units.Gateway.Comparing;

/// <summary>What to ask a unit for, so that one call answers every comparison of some indicators over a range.</summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="range">The months.</param>
/// <param name="asOf">The day as of which months have ended.</param>
/// <param name="byChild">True where every child is compared too, rather than only counted.</param>
internal sealed class ComparisonPlan(CatalogueView catalogue, MonthRange range, DateOnly asOf, bool byChild = false)
{
    /// <summary>The most sums of one call: those of 200 shares.</summary>
    public const int MaxSums = 1_500;

    private readonly List<SumQuery> _sums = [];
    private readonly List<SumQuery> _childSums = [];
    private readonly List<SumQuery> _childStated = [];
    private readonly List<TargetQuery> _targets = [];
    private readonly List<PlannedIndicator> _indicators = [];
    private readonly List<(Measure Measure, int Index)> _covered = [];

    /// <summary>The months.</summary>
    public MonthRange Range => range;

    /// <summary>The day as of which months have ended.</summary>
    public DateOnly AsOf => asOf;

    /// <summary>In the order they were added.</summary>
    public IReadOnlyList<PlannedIndicator> Indicators => _indicators;

    /// <summary>The measures whose coverage is told, with their places among what is read of each child.</summary>
    public IReadOnlyList<(Measure Measure, int Index)> Covered => _covered;

    /// <summary>How many sums are asked for, of the unit and of each child.</summary>
    public int Count => _sums.Count + _childSums.Count + _childStated.Count;

    /// <summary>How many cells they look at, about.</summary>
    public long Cells => TotalsPlan.CellsOf(_sums) + TotalsPlan.CellsOf(_childSums) + TotalsPlan.CellsOf(_childStated);

    /// <summary>True where something is read of each child.</summary>
    public bool ByChild => byChild || _childSums.Count + _childStated.Count > 0;

    /// <summary>What to ask the unit.</summary>
    public TotalsQuery Query => byChild
        ? new TotalsQuery([.. _sums], [.. _targets], true)
        : new TotalsQuery([.. _sums], [.. _targets], ByChild) { ChildSums = [.. _childSums], ChildStated = [.. _childStated] };

    /// <summary>True where an indicator of this number is in it.</summary>
    public bool Has(int indicator) => _indicators.Exists(i => i.Formula.Indicator.Number == indicator);

    /// <summary>Adds an indicator that is defined over the range.</summary>
    public void Add(Indicator indicator)
    {
        Formula formula = catalogue.Formula(indicator);

        // A year of which half is over is held against half of the year before: what is reported of a running month counts in the value alone.
        MonthRange ended = Course.Ended(range, formula.Numerator.Calendar, asOf);
        MonthRange months = formula.LooksBack ? ended : range;
        int now = Add(formula.Over(months));
        bool hasBefore = SumTime.YearBefore.Exists(ended) && formula.IsDefinedOver(ended.YearBefore());
        int nowEnded = hasBefore && ended != months ? Add(formula.Over(ended)) : now;
        int before = hasBefore ? Add(formula.Over(ended.YearBefore())) : -1;
        bool counts = indicator.Formula == FormulaKind.AttainedCount;
        int flag = !counts ? -1 : byChild ? now : AddChild(_sums[now]);
        _indicators.Add(new PlannedIndicator(formula, months, ended, now, nowEnded, before, flag));
        _targets.Add(new TargetQuery(indicator.Number, range) { Sums = formula.Sums, Until = Until(months) });
        foreach (Measure measure in formula.Measures.Where(m => !byChild && !m.ReportedBy.IsEmpty && _covered.TrueForAll(c => c.Measure.Number != m.Number)))
        {
            _covered.Add((measure, _childStated.Count));
            _childStated.Add(Coverage.Question(measure, range, asOf));
        }
    }

    /// <summary>What one indicator's targets are held against.</summary>
    /// <param name="planned">The indicator.</param>
    /// <param name="sums">The sums of the unit, or of one child.</param>
    /// <param name="count">Of an attained count: which units have.</param>
    /// <param name="unitsIn">Of an attained count: how many units there are in a month.</param>
    public ComparedUnit Compared(PlannedIndicator planned, ImmutableArray<SumReading> sums, UnitCount? count = null, Func<Month, int>? unitsIn = null)
    {
        Formula formula = planned.Formula;

        // Who had attained in earlier months is not known by name, but how many statements said so is.
        IndicatorValue Earlier(int start, MonthRange months) => formula.Compute(
            sums.AsSpan(start, formula.Sums.Length), unitsIn is null ? null : formula.CountOf(sums[start], unitsIn(months.To)));
        return new ComparedUnit
        {
            Formula = formula,
            Range = range,
            AsOf = asOf,
            Value = formula.Compute(sums.AsSpan(planned.Now, formula.Sums.Length), count),
            Until = Until(planned.Months),
            Ended = planned.NowEnded == planned.Now ? null : Earlier(planned.NowEnded, planned.Ended),
            Before = planned.Before < 0 ? null : Earlier(planned.Before, planned.Ended.YearBefore()),
            Count = count,
            UnitsIn = unitsIn,
        };
    }

    private Month? Until(MonthRange months) => months == range ? null : months.To;

    private int Add(ImmutableArray<SumQuery> sums)
    {
        _sums.AddRange(sums);
        return _sums.Count - sums.Length;
    }

    private int AddChild(SumQuery sum)
    {
        _childSums.Add(sum);
        return _childSums.Count - 1;
    }
}
