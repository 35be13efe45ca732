using Units.Gateway.Caches;
using Units.Gateway.Planning;
using Units.Gateway.Services;

namespace Units.Gateway.Comparing;

/// <summary>Finds what inherited targets follow, as it stands now: a call to each unit that is named on the way, and none where nothing is inherited.</summary>
internal sealed class InheritedTargets(ExactReads reads, CatalogueView catalogue, CancellationToken cancellation)
{
    private readonly Dictionary<(UnitId, TargetKey), TargetReading?> _read = [];

    /// <summary>What each inherited target of some units follows, by unit and reading.</summary>
    public async Task<IReadOnlyDictionary<(UnitId, TargetReading), InheritedBounds>> Of(IEnumerable<(UnitId Unit, IEnumerable<TargetReading> Targets)> units)
    {
        Dictionary<(UnitId, TargetReading), InheritedBounds> found = [];
        foreach ((UnitId unit, IEnumerable<TargetReading> targets) in units)
        {
            foreach (TargetReading target in targets.Where(t => t.Kind == TargetKind.Inherited))
            {
                found[(unit, target)] = await Follow(unit, target);
            }
        }

        return found;
    }

    private async Task<InheritedBounds> Follow(UnitId unit, TargetReading target)
    {
        TargetReference? reference = target.Stated?.Reference ?? target.Reference;
        if (reference is null && target.Stated is null)
        {
            // That it inherits was told by a build that did not tell from whom.
            return new InheritedBounds(null, Gap.KnownAtTheUnit);
        }

        (ChainEnd how, TargetReading? end) = await InheritedChain.Follow<TargetReading>(
            unit, new TargetKey(target.Indicator, target.Range, target.Tier), reference, Read,
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
