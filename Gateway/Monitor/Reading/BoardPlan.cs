using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Which sums and targets a screen needs, and where each answer will be found: one question to the unit serves all its indicators.</summary>
internal sealed class BoardPlan
{
    /// <summary>The most sums of one screen: several screens of a unit share what a gateway may ask it.</summary>
    public const int MaxSums = 600;

    private readonly MonthRange _period;
    private readonly bool _byChild;
    private readonly List<BoardPart> _parts = [];
    private readonly List<SumQuery> _sums = [];
    private readonly List<SumQuery> _childSums = [];
    private readonly List<TargetQuery> _targets = [];

    /// <summary>A plan for as many of the indicators as there is room for.</summary>
    /// <param name="indicators">The indicators.</param>
    /// <param name="period">The period.</param>
    /// <param name="byChild">Of every child as well, with how it stood a month before.</param>
    /// <param name="view">The catalogue.</param>
    /// <param name="clock">Tells how far the period has come.</param>
    public BoardPlan(IEnumerable<Indicator> indicators, MonthRange period, bool byChild, CatalogueView view, VietnamClock clock)
    {
        (_period, _byChild) = (period, byChild);
        foreach (Indicator indicator in indicators)
        {
            Formula formula = view.Formula(indicator);
            PeriodCourse course = PeriodCourse.Of(period, formula, clock);
            if (!formula.IsDefinedOver(course.Elapsed))
            {
                continue;
            }

            if (_sums.Count + (formula.Sums.Length * BoardPart.MostRanges) > MaxSums)
            {
                break;
            }

            Add(formula, course);
        }
    }

    /// <summary>How many sums it asks for.</summary>
    public int Sums => _sums.Count;

    /// <summary>True where something is read of each child.</summary>
    public bool ReadsChildren => _byChild || _childSums.Count > 0;

    /// <summary>The period.</summary>
    public MonthRange Period => _period;

    /// <summary>What to ask the unit.</summary>
    public TotalsQuery Query => _byChild || _childSums.Count == 0
        ? new TotalsQuery([.. _sums], [.. _targets], _byChild)
        : new TotalsQuery([.. _sums], [.. _targets], ByChild: true) { ChildSums = [.. _childSums] };

    /// <summary>What an answer says of the unit, in the order of the indicators.</summary>
    /// <param name="totals">The answer.</param>
    /// <param name="inherited">What its inherited targets follow.</param>
    /// <param name="listed">The children there are, where something is read of each.</param>
    public IReadOnlyList<IndicatorReading> Read(
        UnitTotals totals, IReadOnlyDictionary<TargetReading, InheritedBounds> inherited, IReadOnlyList<Unit> listed)
    {
        BoardJudge judge = new(totals.Sums, totals.Targets, inherited);
        return BoardJudge.WithHeadlines([.. _parts.Select(part => judge.Read(part, CountOf(part, totals, listed)))]);
    }

    /// <summary>What an answer says of a child by the first indicator: what it passes up, without what it inherits.</summary>
    public IndicatorReading Read(ChildTotals child) =>
        new BoardJudge(child.Sums, child.Targets, new Dictionary<TargetReading, InheritedBounds>()).Read(_parts[0], null);

    /// <summary>The same by every indicator, in their order.</summary>
    public IReadOnlyList<IndicatorReading> ReadAll(ChildTotals child)
    {
        BoardJudge judge = new(child.Sums, child.Targets, new Dictionary<TargetReading, InheritedBounds>());
        return [.. _parts.Select(part => judge.Read(part, null))];
    }

    private static UnitCount? CountOf(BoardPart part, UnitTotals totals, IReadOnlyList<Unit> listed) =>
        part.Flag < 0 ? null : Comparing.Children.Count(part.Formula, totals, part.Flag, listed, part.Course.Elapsed);

    private void Add(Formula formula, PeriodCourse course)
    {
        Dictionary<MonthRange, int> known = [];
        int At(MonthRange range)
        {
            if (!formula.IsDefinedOver(range))
            {
                return -1;
            }

            if (!known.TryGetValue(range, out int start))
            {
                known[range] = start = _sums.Count;
                _sums.AddRange(formula.Over(range));
            }

            return start;
        }

        int live = At(course.Elapsed);
        PeriodCourse? before = _byChild ? course.Before : null;
        bool counts = formula.Indicator.Formula == FormulaKind.AttainedCount;
        if (counts && !_byChild)
        {
            _childSums.Add(_sums[live]);
        }

        _parts.Add(new BoardPart
        {
            Formula = formula,
            Course = course,
            Live = live,
            Judged = At(course.Judged),
            YearBefore = SumTime.YearBefore.Exists(course.Judged) ? At(course.Judged.YearBefore()) : -1,
            Month = At(new MonthRange(course.Now, course.Now)),
            Reported = At(new MonthRange(course.Reported, course.Reported)),
            Before = before is { } earlier ? At(earlier.Judged) : -1,
            Flag = !counts ? -1 : _byChild ? live : _childSums.Count - 1,
        });
        foreach (MonthRange asked in new[] { course.Judged, course.Elapsed, before?.Judged ?? course.Judged }.Distinct())
        {
            _targets.Add(new TargetQuery(formula.Indicator.Number, asked) { Sums = formula.Sums });
        }
    }
}
