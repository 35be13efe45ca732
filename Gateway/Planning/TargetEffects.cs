using Units.Gateway.Caches;
using Units.Gateway.Identity;
using Units.Gateway.Messages;
using Units.Gateway.Requests;
using Units.Gateway.Services;

namespace Units.Gateway.Planning;

/// <summary>What targets would do to a unit and to each one above it: nothing is changed, units are only read, from below upwards.</summary>
internal sealed class TargetEffects(ExactReads reads, UnitCache units, UnitSight sight)
{
    // A country has a handful of levels; a damaged tree is not walked for ever.
    private const int MaxLevels = 64;

    /// <summary>The effects, by place and from below. Units above that the caller does not see are neither asked nor named.</summary>
    public async Task<List<V1.TargetEffect>> Of(
        UnitId unit, IReadOnlyList<TargetChange> changes, CatalogueView view, Caller caller, CancellationToken cancellation)
    {
        List<V1.TargetEffect> effects = [];
        foreach (TargetChange change in changes)
        {
            TargetReading? standing = await Standing(unit, change.Key, cancellation);
            effects.AddRange(await Climb(
                unit, change.Key,
                part => (PartFigure.Of(TargetParts.Of(standing, part)), PartFigure.Of(TargetParts.Of(standing, part)) with { Own = TargetParts.Of(change.Target, part) }),
                view, caller, cancellation));
        }

        return effects;
    }

    /// <summary>The effects of something that is known of one unit on those above it, that unit's first.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="key">The place.</param>
    /// <param name="at">By part: the unit's figure before and after.</param>
    /// <param name="view">The catalogue.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<List<V1.TargetEffect>> Climb(
        UnitId unit, TargetKey key, Func<TargetPart, (PartFigure Before, PartFigure After)> at, CatalogueView view, Caller caller, CancellationToken cancellation)
    {
        List<V1.TargetEffect> effects = [];
        if (!view.TryIndicator(key.Indicator, out Indicator? indicator))
        {
            return effects;
        }

        Dictionary<TargetPart, (PartFigure Before, PartFigure After)> figures = TargetParts.Additive(indicator).ToDictionary(part => part, at);
        if (!indicator.IsAdditive)
        {
            // The bounds of a ratio are the unit's own: they are told and passed up no further.
            foreach (TargetPart part in (TargetPart[])[TargetPart.Lower, TargetPart.Upper])
            {
                AddTold(effects, unit, key, part, at(part), indicator, view);
            }
        }

        UnitId? next = unit;
        for (int level = 0; level < MaxLevels && next is { } here; level++)
        {
            if (level > 0)
            {
                TargetReading? standing = await Standing(here, key, cancellation);
                figures = figures.ToDictionary(f => f.Key, f =>
                {
                    PartFigure before = PartFigure.Of(TargetParts.Of(standing, f.Key));
                    return (before, before.After(f.Value.Before.PassedUp, f.Value.After.PassedUp));
                });
            }

            foreach ((TargetPart part, (PartFigure before, PartFigure after)) in figures)
            {
                Add(effects, here, key, part, before, after, indicator, view);
            }

            next = await Above(here, key.Range.From, caller, cancellation);
        }

        return effects;
    }

    /// <summary>The target that stands at a place of a unit; null where there is none.</summary>
    public async Task<TargetReading?> Standing(UnitId unit, TargetKey key, CancellationToken cancellation) => Find(
        (await reads.Read(unit, new TotalsQuery([], [new TargetQuery(key.Indicator, key.Range)], ByChild: false), cancellation)).Targets, key);

    /// <summary>The reading of a place, of those of one unit.</summary>
    public static TargetReading? Find(IEnumerable<TargetReading> readings, TargetKey key) =>
        readings.FirstOrDefault(r => (r.Indicator, r.Range, r.Tier) == (key.Indicator, key.Range, key.Tier));

    private async ValueTask<UnitId?> Above(UnitId unit, Month month, Caller caller, CancellationToken cancellation)
    {
        UnitId? parent = (await units.Get([unit], cancellation)).GetValueOrDefault(unit)?.ParentIn(month);
        return parent is { } above && await sight.Sees(caller, above, cancellation) ? above : null;
    }

    private static void Add(
        List<V1.TargetEffect> effects, UnitId unit, TargetKey key, TargetPart part, PartFigure before, PartFigure after, Indicator indicator, CatalogueView view)
    {
        if (before == default && after == default)
        {
            return;
        }

        int scale = TargetParts.ScaleOf(part, indicator, view);
        V1.TargetEffect effect = Effect(unit, key, part, before.Own, after.Own, indicator, scale);
        effect.ChildrenBefore = TargetMessages.Text(before.Children, scale);
        effect.ChildrenAfter = TargetMessages.Text(after.Children, scale);
        effect.PassedUpBefore = TargetMessages.Text(before.PassedUp, scale);
        effect.PassedUpAfter = TargetMessages.Text(after.PassedUp, scale);
        effects.Add(effect);
    }

    private static void AddTold(
        List<V1.TargetEffect> effects, UnitId unit, TargetKey key, TargetPart part, (PartFigure Before, PartFigure After) figure, Indicator indicator, CatalogueView view)
    {
        if (figure.Before.Own is not null || figure.After.Own is not null)
        {
            effects.Add(Effect(unit, key, part, figure.Before.Own, figure.After.Own, indicator, TargetParts.ScaleOf(part, indicator, view)));
        }
    }

    private static V1.TargetEffect Effect(UnitId unit, TargetKey key, TargetPart part, Amount? before, Amount? after, Indicator indicator, int scale) => new()
    {
        Unit = unit.Text,
        Indicator = indicator.Id.Text,
        Range = key.Range.ToString(),
        Tier = TargetEnums.To(key.Tier),
        Part = TargetMessages.NameOf(part),
        OwnBefore = TargetMessages.Text(before, scale),
        OwnAfter = TargetMessages.Text(after, scale),
    };
}
