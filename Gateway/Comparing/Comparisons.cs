using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Services;

namespace Units.Gateway.Comparing;

/// <summary>Reads a unit once and compares its indicators with all there is.</summary>
internal sealed class Comparisons(ExactReads reads, ChildList children)
{
    // A headline of headlines is read again with what they name.
    private const int MaxLevels = 4;

    /// <summary>The comparisons of a plan. Where a headline names indicators that are not in it they are added to it, so that all is of one version.</summary>
    public async Task<ComparisonReading> Read(UnitId unit, ComparisonPlan plan, CatalogueView view, CancellationToken cancellation)
    {
        UnitTotals totals = await reads.Read(unit, plan.Query, cancellation);
        for (int level = 1; level < MaxLevels && AddComponents(plan, totals, view); level++)
        {
            totals = await reads.Read(unit, plan.Query, cancellation);
        }

        IReadOnlyList<Unit> listed = plan.ByChild ? await children.Of(unit, plan.Range, totals, cancellation) : [];
        IReadOnlyDictionary<(UnitId, TargetReading), InheritedBounds> inherited =
            await new InheritedTargets(reads, view, cancellation).Of([(unit, totals.Targets)]);
        ILookup<int, TargetReading> targets = totals.Targets.ToLookup(t => t.Indicator);
        ComparedIndicator[] compared = [.. plan.Indicators.Select(i => Compare(plan, i, totals, listed, targets, inherited))];
        return new ComparisonReading(totals, Headlines.Of(compared), Coverages(plan, totals, listed), listed);
    }

    private static bool AddComponents(ComparisonPlan plan, UnitTotals totals, CatalogueView view)
    {
        bool added = false;
        foreach (int number in totals.Targets.SelectMany(t => t.Stated?.Components ?? []).Distinct())
        {
            if (!plan.Has(number) && view.TryIndicator(number, out Indicator? indicator) && view.Formula(indicator).IsDefinedOver(plan.Range))
            {
                plan.Add(indicator);
                added = true;
            }
        }

        return added;
    }

    private static ComparedIndicator Compare(
        ComparisonPlan plan, PlannedIndicator planned, UnitTotals totals, IReadOnlyList<Unit> listed,
        ILookup<int, TargetReading> targets, IReadOnlyDictionary<(UnitId, TargetReading), InheritedBounds> inherited)
    {
        bool counts = planned.Flag >= 0;
        IReadOnlyCollection<UnitKind> kinds = planned.Formula.Indicator.Kinds;
        ComparedUnit unit = plan.Compared(
            planned, totals.Sums,
            counts ? Children.Count(planned.Formula, totals, planned.Flag, listed, plan.Range) : null,
            counts ? month => Children.Of(totals.Unit, listed, kinds, month).Count() : null);
        return new ComparedIndicator(
            unit, [.. targets[planned.Formula.Indicator.Number].Select(t => Comparer.Compare(unit, t, inherited.GetValueOrDefault((totals.Unit, t))))]);
    }

    private static ImmutableArray<Coverage> Coverages(ComparisonPlan plan, UnitTotals totals, IReadOnlyList<Unit> listed)
    {
        if (plan.Covered.Count == 0)
        {
            return [];
        }

        if (totals.Children.Any(child => child.Stated.IsDefault))
        {
            // A silo of an earlier build does not tell: that nobody has reported would be untrue.
            throw new RefusedException(Reasons.NotInStep, totals.Unit.Text);
        }

        Dictionary<UnitId, ChildTotals> said = totals.Children.ToDictionary(c => c.Child);
        DateOnly day = Children.LastDay(plan.Range.To);
        (UnitId Id, UnitKind Kind, ChildTotals? Said)[] live =
        [
            .. Children.Of(totals.Unit, listed, [], plan.Range.To).Select(u => (u.Id, u.NamingOn(day).Kind, said.GetValueOrDefault(u.Id))),
        ];
        return
        [
            .. plan.Covered.Select(covered => Coverage.Of(
                covered.Measure, plan.Range, plan.AsOf,
                live.Where(u => covered.Measure.ReportedBy.Contains(u.Kind)).Select(u => (u.Id, u.Said?.Stated[covered.Index])))),
        ];
    }
}
