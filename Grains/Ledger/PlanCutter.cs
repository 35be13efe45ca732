using System.Collections.Immutable;
using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>Turns steps of plans and allotments into rows: the document first, then the targets that it changes, all in one item of the journal.</summary>
internal static class PlanCutter
{
    /// <summary>Cuts a step that was judged good.</summary>
    public static void Cut(PlanStep step, PlanBook plans, ReportCut cut)
    {
        MonthRange? range = step.Range ?? plans.Find(step.Plan)?.Latest.Range;
        cut.Add(RowOf(PlanText.KindOf(step.Kind), range, step.Source, PlanText.Write(step)));
        if (!step.Decides)
        {
            return;
        }

        TargetCutter targets = new(step.Source, cut);
        foreach ((TargetKey key, PlannedTarget says) in plans.Find(step.Plan)!.Changes(step))
        {
            if (says.Target is { } target)
            {
                targets.Set(target, says.IsAdditive, FieldOf(step, key));
            }
            else
            {
                targets.Withdraw(key);
            }
        }
    }

    /// <summary>Cuts an allotment.</summary>
    public static void Cut(Allotment allotment, ReportCut cut) =>
        cut.Add(RowOf(RowKind.Allot, allotment.Target.Range, allotment.Source, PlanText.Write(allotment)));

    private static JournalRow RowOf(RowKind kind, MonthRange? range, SourceId source, string detail) => new()
    {
        N = 0,
        Kind = kind,
        Month = range?.From ?? default,
        Span = range?.Length ?? 0,
        Source = source,
        Detail = detail,
    };

    private static string FieldOf(PlanStep step, TargetKey key)
    {
        ImmutableArray<Target> targets = step.Targets;
        for (int i = 0; i < targets.Length; i++)
        {
            if (TargetKey.Of(targets[i]) == key)
            {
                return $"targets[{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}].";
            }
        }

        return "plan.";
    }
}
