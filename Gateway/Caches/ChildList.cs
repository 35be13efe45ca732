using System.Collections.Immutable;
using Units.Gateway.Comparing;

namespace Units.Gateway.Caches;

/// <summary>Which children a unit has, of the registry.</summary>
internal sealed class ChildList(IGrainFactory grains, UnitCache units)
{
    private const int PageSize = 1000;

    /// <summary>The children on the last day of a range, and any that its totals name besides, in the order of their ids.</summary>
    public async Task<IReadOnlyList<Unit>> Of(UnitId unit, MonthRange range, UnitTotals totals, CancellationToken cancellation)
    {
        List<Unit> children = [];
        IRegistryGrain registry = grains.GetGrain<IRegistryGrain>(0);
        ImmutableArray<Unit> page;
        UnitId? after = null;
        do
        {
            page = await registry.ListUnits(new UnitFilter(unit, UnitKind.Unspecified, Children.LastDay(range.To), after, PageSize, RootsOnly: false))
                .WaitAsync(cancellation);
            children.AddRange(page);
            after = page.IsEmpty ? null : page[^1].Id;
        }
        while (page.Length == PageSize);

        children.ForEach(units.Add);
        HashSet<UnitId> listed = [.. children.Select(c => c.Id)];
        UnitId[] others = [.. totals.Children.Select(c => c.Child).Where(c => !listed.Contains(c))];
        if (others.Length > 0)
        {
            children.AddRange((await units.Get(others, cancellation)).Values);
            children.Sort((a, b) => a.Id.CompareTo(b.Id));
        }

        return children;
    }
}
