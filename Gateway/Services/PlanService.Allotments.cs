using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Units.Gateway.Caches;
using Units.Gateway.Errors;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Planning;
using Units.Gateway.Requests;

namespace Units.Gateway.Services;

/// <summary>Allotments: what a unit gives to its children of a target, and how that stands to the whole.</summary>
internal sealed partial class PlanService
{
    private const int AssignmentsAtOnce = 32;

    /// <inheritdoc/>
    public override async Task<V1.AllotTargetResponse> AllotTarget(V1.AllotTargetRequest request, ServerCallContext context)
    {
        CatalogueView view = await View([request.Indicator], context);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        TargetParser parser = new(view, sight, context.Caller(), found);
        (TargetKey key, Indicator? indicator) = parser.Key("", request.Indicator, request.Range, request.Tier);
        SourceId source = found.Source("source", request.Source);
        ReportId id = found.Report("request_id", request.RequestId);
        found.Choice("rule", request.Rule, required: true);
        Decision? decision = found.Decision("decision", request.Decision);
        ImmutableArray<byte> hash = ContentHash.Of("units.allotment.v1", request);
        found.ThrowIfAny();

        // What was begun is completed as it was begun, whatever the children have reported since.
        if (!request.ValidateOnly && await Kept(unit, source, id, context) is { } kept)
        {
            return await Complete(unit, kept with { ContentHash = hash }, view, context);
        }

        UnitTotals totals = await reads.Read(unit, Question(key, indicator!, view, TargetEnums.From(request.Rule) == AllotmentRule.ByLastYear), context.CancellationToken);
        Target target = Standing(totals, key, indicator!) ?? throw new RefusedException([new Violation(GatewayReasons.NothingToAllot, "indicator", request.Indicator, [])]);
        (HashSet<UnitId> live, HashSet<UnitId> seen) = await Children(unit, key.Range, totals, context);
        Allotment allotment = new()
        {
            Source = source,
            RequestId = id,
            ContentHash = hash,
            Target = target,
            IsAdditive = indicator!.IsAdditive,
            Rule = TargetEnums.From(request.Rule),
            Parts = new Allotter(request, target, indicator, view, found).Parts(live, seen, totals),
            Decision = decision,
            Who = context.Caller().Who,
        };
        found.ThrowIfAny();
        return request.ValidateOnly ? await WhatIf(unit, allotment, totals, view, context) : await Complete(unit, allotment, view, context);
    }

    /// <inheritdoc/>
    public override async Task<V1.GetAllotmentResponse> GetAllotment(V1.GetAllotmentRequest request, ServerCallContext context)
    {
        CatalogueView view = await View([request.Indicator], context);
        Violations found = new();
        UnitId unit = await Unit(request.Unit, found, context);
        (TargetKey key, Indicator? indicator) = new TargetParser(view, sight, context.Caller(), found).Key("", request.Indicator, request.Range, request.Tier);
        found.ThrowIfAny();

        UnitTotals totals = await reads.Read(unit, Question(key, indicator!, view, lastYear: false), context.CancellationToken);
        (HashSet<UnitId> live, HashSet<UnitId> seen) = await Children(unit, key.Range, totals, context);
        TargetReading? reading = TargetEffects.Find(totals.Targets, key);
        Dictionary<UnitId, TargetReading?> held = HeldBy(totals, key);
        return new V1.GetAllotmentResponse
        {
            Unit = unit.Text,
            Version = totals.Version.ToString(),
            Figures = { AllotmentMessages.Figures(reading, indicator!, view) },
            Children =
            {
                seen.Where(child => live.Contains(child) || held.ContainsKey(child)).Order()
                    .Select(child => AllotmentMessages.Of(child, held.GetValueOrDefault(child), indicator!, view)),
            },
        };
    }

    private async Task<Allotment?> Kept(UnitId unit, SourceId source, ReportId id, ServerCallContext context) =>
        (await Book(unit, context)).Allotments.Find(entry => entry.Allotment!.Source == source && entry.Allotment.RequestId == id)?.Allotment;

    private static TotalsQuery Question(TargetKey key, Indicator indicator, CatalogueView view, bool lastYear)
    {
        bool asks = lastYear && SumTime.YearBefore.Exists(key.Range);
        SumQuery[] sums = asks ? [new SumQuery(view.MeasuresOf(indicator).Numerator.Ref, indicator.Numerator.Category, key.Range.YearBefore())] : [];
        return new TotalsQuery([.. sums], [new TargetQuery(key.Indicator, key.Range)], ByChild: true);
    }

    /// <summary>By child that ever said anything: the target that it holds at a place.</summary>
    private static Dictionary<UnitId, TargetReading?> HeldBy(UnitTotals totals, TargetKey key) =>
        totals.Children.ToDictionary(child => child.Child, child => TargetEffects.Find(child.Targets, key));

    /// <summary>The unit's own target; one that was stored before targets had words is made of its bounds.</summary>
    private static Target? Standing(UnitTotals totals, TargetKey key, Indicator indicator) => TargetEffects.Find(totals.Targets, key) switch
    {
        { Stated: { } stated } => stated,
        { IsOwn: true } reading => new Target
        {
            Indicator = indicator.Number,
            Range = key.Range,
            Tier = key.Tier,
            Kind = reading.Lower.Own is null ? TargetKind.AtMost : TargetKind.AtLeast,
            Lower = reading.Lower.Own,
            Upper = reading.Upper.Own,
        },
        _ => null,
    };

    private async Task<(HashSet<UnitId> Live, HashSet<UnitId> Seen)> Children(UnitId unit, MonthRange range, UnitTotals totals, ServerCallContext context)
    {
        IReadOnlyList<Unit> listed = await children.Of(unit, range, totals, context.CancellationToken);
        HashSet<UnitId> live = [.. listed.Where(child => child.ParentIn(range.To) == unit).Select(child => child.Id)];
        HashSet<UnitId> seen = [.. (await sight.Get(context.Caller(), [.. listed.Select(child => child.Id)], context.CancellationToken)).Keys];
        return (live, seen);
    }

    /// <summary>Keeps the allotment in the unit's journal, then gives each child its part, under an id that follows from the request's.</summary>
    private async Task<V1.AllotTargetResponse> Complete(UnitId unit, Allotment allotment, CatalogueView view, ServerCallContext context)
    {
        SubmitResult said = await At(unit).Allot(allotment, context.CancellationToken);
        (V1.Receipt receipt, bool repeated) = await Taken(said, allotment.ContentHash, view, context);
        ReportId derived = new("allot:" + Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{unit.Text}\n{allotment.Source.Text}\n{allotment.RequestId.Text}")))[..40]);
        foreach (AllotmentPart[] some in allotment.Parts.Chunk(AssignmentsAtOnce))
        {
            await Task.WhenAll(some.Select(part => Give(allotment, part, derived, view, context)));
        }

        return new V1.AllotTargetResponse { Receipt = receipt, Repeated = repeated, Parts = { AllotmentMessages.Of(allotment, view) } };
    }

    private async Task Give(Allotment allotment, AllotmentPart part, ReportId derived, CatalogueView view, ServerCallContext context)
    {
        Target target = allotment.Of(part);
        ImmutableArray<byte> hash = [.. SHA256.HashData(Encoding.UTF8.GetBytes($"{derived.Text}\n{part}"))];
        TargetAssignment assignment = TargetAssignment.Of(target, allotment.IsAdditive, allotment.Source, derived, hash) with { Who = context.Caller().Who };
        SubmitResult said = await At(part.Child).Assign(assignment, context.CancellationToken);
        await Taken(said, hash, view, context);
    }

    private async Task<V1.AllotTargetResponse> WhatIf(UnitId unit, Allotment allotment, UnitTotals totals, CatalogueView view, ServerCallContext context)
    {
        TargetKey key = TargetKey.Of(allotment.Target);
        TargetReading? reading = TargetEffects.Find(totals.Targets, key);
        Dictionary<UnitId, TargetReading?> held = HeldBy(totals, key);
        (PartFigure, PartFigure) At(TargetPart part)
        {
            PartFigure before = PartFigure.Of(TargetParts.Of(reading, part));
            PartFigure after = before;
            foreach (AllotmentPart each in allotment.Parts)
            {
                after = after.After(TargetParts.Of(held.GetValueOrDefault(each.Child), part).Own, TargetParts.Of(allotment.Of(each), part));
            }

            return (before, after);
        }

        return new V1.AllotTargetResponse
        {
            Parts = { AllotmentMessages.Of(allotment, view) },
            Effects = { await effects.Climb(unit, key, At, view, context.Caller(), context.CancellationToken) },
        };
    }
}
