using Units.Gateway.Caches;
using Units.Gateway.Services;

namespace Units.Gateway.Comparing;

/// <summary>Finds what inherited targets follow, as it stands now: a call to each unit that is named on the way, and none where nothing is inherited.</summary>
internal sealed class InheritedTargets(ExactReads reads, CatalogueView catalogue, CancellationToken cancellation)
{
    private readonly Dictionary<TargetReference, TargetReading?> _read = [];

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
        HashSet<TargetReference> seen = [new TargetReference(unit, target.Indicator, target.Tier, target.Range)];
        MonthRange range = target.Range;
        TargetReading? at = target;
        for (int hops = 0; hops < TargetReference.MaxChain; hops++)
        {
            if (at?.Stated?.Reference is not { } reference)
            {
                return new InheritedBounds(null, Gap.NothingInherited);
            }

            range = reference.Range ?? range;
            TargetReference next = reference with { Range = range };
            if (!seen.Add(next))
            {
                return new InheritedBounds(null, Gap.InheritedInCircle);
            }

            at = await Read(next, range);
            if (at is { Kind: not TargetKind.Inherited } end && catalogue.TryIndicator(end.Indicator, out Indicator? indicator))
            {
                TargetBounds bounds = TargetBounds.Of(end, catalogue.Formula(indicator).TargetScale);
                return bounds.Figure is null && end.Kind is not (TargetKind.Increase or TargetKind.Decrease)
                    ? new InheritedBounds(null, Gap.NothingInherited) : new InheritedBounds(bounds, Gap.None);
            }
        }

        return new InheritedBounds(null, Gap.InheritedInCircle);
    }

    private async Task<TargetReading?> Read(TargetReference reference, MonthRange range)
    {
        if (!_read.TryGetValue(reference, out TargetReading? target))
        {
            UnitTotals totals = await reads.Read(
                reference.Unit, new TotalsQuery([], [new TargetQuery(reference.Indicator, range)], false), cancellation);
            _read[reference] = target = totals.Targets.FirstOrDefault(t => t.Tier == reference.Tier && t.Range == range);
        }

        return target;
    }
}
