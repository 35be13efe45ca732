using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Messages;
using Units.Gateway.Requests;
using Units.Gateway.Services;

namespace Units.Gateway.Comparing;

/// <summary>A league table by any figure, of what a unit holds of its children: what to ask, and the table that the answer makes.</summary>
internal sealed class FigureTable
{
    private readonly TableQuery _query;
    private readonly CatalogueView _view;
    private readonly ComparisonPlan _now;
    private readonly ComparisonPlan? _before;

    /// <summary>The table of an indicator.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="range">The months.</param>
    /// <param name="query">How it is asked for.</param>
    /// <param name="today">The day that is meant where none is said.</param>
    /// <param name="view">The catalogue.</param>
    public FigureTable(Indicator indicator, MonthRange range, TableQuery query, DateOnly today, CatalogueView view)
    {
        (_query, _view) = (query, view);
        DateOnly asOf = query.AsOf ?? today;
        _now = new ComparisonPlan(view, range, asOf, byChild: true);
        _now.Add(indicator);
        if (query.Since is { } since)
        {
            _before = new ComparisonPlan(view, new MonthRange(range.From, since.Month), since.Day < asOf ? since.Day : asOf, byChild: true);
            _before.Add(indicator);
        }
    }

    /// <summary>What to ask the unit: of it and of every child the same.</summary>
    public TotalsQuery Query => _before is null ? _now.Query
        : new TotalsQuery(_now.Query.Sums.AddRange(_before.Query.Sums), _now.Query.Targets.AddRange(_before.Query.Targets), true);

    /// <summary>The table.</summary>
    /// <param name="totals">The answer to <see cref="Query"/>.</param>
    /// <param name="listed">Every child there is: one that never said anything cannot be ranked, and is listed with the reason.</param>
    public V1.CompareChildrenResponse Table(UnitTotals totals, IReadOnlyCollection<Unit> listed)
    {
        PlannedIndicator planned = _now.Indicators[0];
        Formula formula = planned.Formula;
        MonthRange range = _now.Range;
        Dictionary<UnitId, Unit> known = listed.ToDictionary(u => u.Id);
        ChildTotals[] children = [.. InTable(totals, known)];
        ImmutableArray<RankedChild> ranked = Rank(_now, 0, children);
        Dictionary<UnitId, int> before = _before is null ? []
            : Rank(_before, _now.Count, children).ToDictionary(r => r.Child.Child, r => r.Rank);
        IndicatorValue own = Own(planned, totals, listed);
        V1.CompareChildrenResponse response = new()
        {
            Unit = totals.Unit.Text,
            Version = TotalMessages.Of(totals.Version),
            Total = TotalMessages.Of(formula.Indicator, range, own, _view, totals.Targets),
        };
        foreach (RankedChild child in ranked)
        {
            V1.ChildTotal message = Message(child, formula, range, known, before.GetValueOrDefault(child.Child.Child));
            if (child.Rank > 0 || _query.Figure == V1.Figure.Unspecified)
            {
                response.Children.Add(message);
            }
            else
            {
                response.Unranked.Add(new V1.UnrankedChild { Child = message, Gap = Enums.To(child.Gap) });
            }
        }

        return response;
    }

    private IndicatorValue Own(PlannedIndicator planned, UnitTotals totals, IEnumerable<Unit> listed)
    {
        Formula formula = planned.Formula;
        UnitCount? count = planned.Flag < 0 ? null : Children.Count(formula, totals, planned.Flag, listed, _now.Range);
        return formula.Compute(totals.Sums.AsSpan(planned.Now, formula.Sums.Length), count);
    }

    private IEnumerable<ChildTotals> InTable(UnitTotals totals, Dictionary<UnitId, Unit> known)
    {
        Month last = _now.Range.To;
        bool IsIn(UnitId id) => _query.Kinds.Count == 0
            || (known.TryGetValue(id, out Unit? unit) && _query.Kinds.Contains(unit.NamingOn(Children.LastDay(last)).Kind));
        HashSet<UnitId> said = [.. totals.Children.Select(c => c.Child)];
        ImmutableArray<SumReading> nothing = [.. Enumerable.Repeat(default(SumReading), Query.Sums.Length)];
        return totals.Children.Where(c => IsIn(c.Child))
            .Concat(known.Keys.Where(id => !said.Contains(id) && IsIn(id)).Select(id => new ChildTotals(id, default, nothing, [])));
    }

    /// <summary>The best first, equal figures by id, then those without one by id.</summary>
    private ImmutableArray<RankedChild> Rank(ComparisonPlan plan, int start, IEnumerable<ChildTotals> children)
    {
        PlannedIndicator planned = plan.Indicators[0];
        List<RankedChild> lines = [];
        foreach (ChildTotals child in children)
        {
            ComparedUnit unit = plan.Compared(planned, child.Sums.Slice(start, plan.Count));
            ComparedIndicator compared = new(unit, [.. child.Targets.Where(t => t.Asked == plan.Range).Select(t => Comparer.Compare(unit, t))]);
            (Fraction? figure, Gap gap) = Figures.Of(_query.Figure, compared, _query.Tier);
            lines.Add(new RankedChild(child, compared, figure, gap, 0));
        }

        bool lowerIsBetter = planned.Formula.Indicator.LowerIsBetter
            || (lines.Exists(l => l.Compared.Of(_query.Tier) is not null) && lines.TrueForAll(l => l.Compared.Of(_query.Tier)?.Bounds?.LowerIsBetter ?? true));
        bool leastFirst = _query.Figure != V1.Figure.Unspecified && Figures.LeastIsBest(_query.Figure, lowerIsBetter);
        lines.Sort((a, b) => Order(a, b, leastFirst));
        for (int i = 0; i < lines.Count && lines[i].Figure is { } figure; i++)
        {
            bool isShared = i > 0 && figure == lines[i - 1].Figure;
            lines[i] = lines[i] with { Rank = isShared ? lines[i - 1].Rank : i + 1 };
        }

        return [.. lines];
    }

    private static int Order(RankedChild a, RankedChild b, bool leastFirst)
    {
        int order = (a.Figure, b.Figure) switch
        {
            ({ } x, { } y) => leastFirst ? x.CompareTo(y) : y.CompareTo(x),
            ({ }, null) => -1,
            (null, { }) => 1,
            _ => 0,
        };
        return order != 0 ? order : a.Child.Child.CompareTo(b.Child.Child);
    }

    private V1.ChildTotal Message(RankedChild ranked, Formula formula, MonthRange range, Dictionary<UnitId, Unit> known, int before)
    {
        V1.ChildTotal message = League.Message(
            new League.Line(ranked.Rank, ranked.Child, ranked.Compared.Unit.Value), formula.Indicator, range, _view, known);
        message.Figure = ranked.Figure is { } figure ? Figures.Text(_query.Figure, figure, formula) : "";
        message.RankBefore = before;
        return message;
    }
}
