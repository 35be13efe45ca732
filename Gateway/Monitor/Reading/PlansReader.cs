using System.Collections.Immutable;
using Units.Gateway.Caches;
using Units.Gateway.Monitor.Asking;
using Units.Gateway.Monitor.Keeping;
using Units.Gateway.Monitor.Views;
using Units.Gateway.Monitor.Words;
using Units.Gateway.Services;

namespace Units.Gateway.Monitor.Reading;

/// <summary>Reads the targets of a unit by tier, what was allotted of them, and the plans behind them.</summary>
internal sealed class PlansReader(ExactReads reads, BoardReader board, ChildList children, IGrainFactory grains)
{
    // Beyond it, asking each child how it allotted would take longer than anybody waits.
    private const int MostChildren = 200;

    // Asked all at once, the children of some provinces would keep a silo from everybody else.
    private const int AtOnce = 16;

    private const int MostMisallotted = 40;

    /// <summary>Reads it.</summary>
    public async Task<PlansView> Read(PageContext context, CancellationToken cancellation)
    {
        MonitorAsk ask = context.Ask;
        BoardPlan plan = board.Tiles(context);
        UnitTotals totals = await reads.Read(context.Unit.Id, plan.Query, cancellation);
        IndicatorReading[] planned =
            [.. BoardReader.InOrder((await board.Judge(plan, totals, null, context.Catalogue, cancellation)).Where(r => r.Target is not null))];
        UnitKind kind = UnitWords.Kind(context.Unit, context.Period);
        ImmutableArray<PlanEntry> entries = await grains.GetGrain<IUnitGrain>(UnitKey.Of(context.Unit.Id)).ListPlanning(context.Period, cancellation);
        PlanBook book = PlanBook.Of(entries);
        IReadOnlyList<(Unit Child, TargetReading Target)> apart = await Misallotted(context, planned, totals, cancellation);
        Dictionary<int, IndicatorReading> known = planned.ToDictionary(r => r.Indicator.Number);
        return new PlansView(
            context.Page with
            {
                Title = ask.In("Chỉ tiêu và phân bổ", "Targets and allotment"),
                Subtitle = context.Page.Title,
                Version = VersionText.Of(totals.Version),
                Keep = (ask with { Period = context.Period }).Path(KeptPages.Form),
                Files = Tables.TableFiles.Links(ask),
            },
            TargetWords.Tier(Tier.Assigned, kind, ask.Language),
            [.. planned.Select(r => PlannedViews.Of(r, kind, ask))],
            [.. apart.Take(MostMisallotted).Select(m => PlannedViews.Of(m.Child, m.Target, known[m.Target.Indicator], ask))],
            Math.Max(0, apart.Count - MostMisallotted),
            [.. book.Plans.Values.Where(p => p.Latest.Range.From <= context.Period.To && p.Latest.Range.To >= context.Period.From).Select(p => PlanViews.Of(p, kind, context.Catalogue, ask))],
            [.. entries.Where(e => e.Allotment is not null).Reverse().Select(a => PlanViews.Of(a, context.Catalogue, ask))]);
    }

    /// <summary>The children whose own parts do not add up to what they were assigned, the furthest off first. Only they know it: each is asked.</summary>
    private async Task<IReadOnlyList<(Unit Child, TargetReading Target)>> Misallotted(
        PageContext context, IReadOnlyList<IndicatorReading> planned, UnitTotals totals, CancellationToken cancellation)
    {
        ImmutableArray<TargetQuery> asked = [.. planned.Where(r => r.Indicator.IsAdditive).Select(r => new TargetQuery(r.Indicator.Number, r.Target!.Target.Range))];
        IReadOnlyList<Unit> listed = await children.Of(context.Unit.Id, context.Period, totals, cancellation);
        if (asked.IsEmpty || listed.Count > MostChildren)
        {
            return [];
        }

        IReadOnlyDictionary<UnitId, ChildCounts> counts = await board.Counts(listed, cancellation);
        Unit[] above = [.. listed.Where(u => counts[u.Id].Leaves is null or > 1)];
        UnitTotals[] answers = new UnitTotals[above.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, above.Length), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (i, token) => answers[i] = await reads.Read(above[i].Id, new TotalsQuery([], asked, ByChild: false), token));
        return
        [
            .. above.Zip(answers).SelectMany(a => a.Second.Targets.Where(IsApart).Select(t => (Child: a.First, Target: t)))
                .Where(m => asked.Any(q => q.Indicator == m.Target.Indicator && q.Range == m.Target.Range))
                .OrderByDescending(m => Share(m.Target.Figure)),
        ];
    }

    private static bool IsApart(TargetReading target) =>
        target.Tier == Tier.Assigned && target.Figure is { Own: { IsZero: false } own, ChildrenCount: > 0, ChildrenSum: var sum } && sum != own;

    private static double Share(TargetFigure figure) => Math.Abs((double)(figure.ChildrenSum - figure.Own!.Value).Scaled / (double)figure.Own.Value.Scaled);
}
