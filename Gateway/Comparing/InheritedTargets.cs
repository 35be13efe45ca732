using Units.Gateway.Caches;
using Units.Gateway.Planning;
using Units.Gateway.Services;

namespace Units.Gateway.Comparing;

/// <summary>Finds what inherited targets follow, as it stands now: a call to each unit that is named on the way, and none where nothing is inherited.</summary>
internal sealed class InheritedTargets(ExactReads reads, CatalogueView catalogue, CancellationToken cancellation)
{
    private readonly Dictionary<(UnitId, TargetKey), TargetReading?> _read = [];

    /// <summary>What each inherited target of some readings follows.</summary>
    public async Task<IReadOnlyDictionary<TargetReading, InheritedBounds>> Of(UnitId unit, IEnumerable<TargetReading> targets)
    {
        Dictionary<TargetReading, InheritedBounds> found = [];
        foreach (TargetReading target in targets.Where(t => t.Kind == TargetKind.Inherited))
        {
            found[target] = await Follow(unit, target);
        }

        return found;
    }

    private async Task<InheritedBounds> Follow(UnitId unit, TargetReading target)
    {
        (ChainEnd how, TargetReading? end) = await InheritedChain.Follow<TargetReading>(
            unit, new TargetKey(target.Indicator, target.Range, target.Tier), target.Stated?.Reference, Read,
            at => at.Kind == TargetKind.Inherited ? at.Stated?.Reference : null);
        if (how is ChainEnd.Circle or ChainEnd.TooFar)
        {
            return new InheritedBounds(null, Gap.InheritedInCircle);
        }

        if (end is null || !catalogue.TryIndicator(end.Indicator, out Indicator? indicator))
        {
            return new InheritedBounds(null, Gap.NothingInherited);
        }

        TargetBounds bounds = TargetBounds.Of(end, catalogue.Formula(indicator).TargetScale);
        return bounds.Figure is null && end.Kind is not (TargetKind.Increase or TargetKind.Decrease)
            ? new InheritedBounds(null, Gap.NothingInherited) : new InheritedBounds(bounds, Gap.None);
    }

    private async ValueTask<TargetReading?> Read(UnitId unit, TargetKey key)
    {
        if (!_read.TryGetValue((unit, key), out TargetReading? target))
        {
            UnitTotals totals = await reads.Read(unit, new TotalsQuery([], [new TargetQuery(key.Indicator, key.Range)], false), cancellation);
            _read[(unit, key)] = target = TargetEffects.Find(totals.Targets, key);
        }

        return target;
    }
}
