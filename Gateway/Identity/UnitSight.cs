using System.Collections.Immutable;
using Units.Gateway.Caches;

namespace Units.Gateway.Identity;

/// <summary>
/// Which units a caller sees: those that exist and are, or lie by any edge of any month below, a unit that its token names. Asks the registry
/// and never a unit, so that a call which is refused wakes nobody.
/// </summary>
internal sealed partial class UnitSight(UnitCache units)
{
    // A country has a handful of levels, and a unit seldom more than two parents.
    private const int MaxLooks = 64;

    /// <summary>True when the unit exists and the caller sees it.</summary>
    /// <remarks>A unit that is hidden costs a question to the registry, as one that does not exist does: how long a refusal takes tells nothing.</remarks>
    public ValueTask<bool> Sees(Caller caller, UnitId id, CancellationToken cancellation)
    {
        if (caller.SeesAll)
        {
            return units.Exists(id, cancellation);
        }

        int looks = MaxLooks;
        return Known(caller, id, ref looks) == true ? ValueTask.FromResult(true) : Ask(caller, id, cancellation);
    }

    /// <summary>Those of some units that exist and that the caller sees.</summary>
    public async ValueTask<IReadOnlyDictionary<UnitId, Unit>> Get(Caller caller, IReadOnlyCollection<UnitId> ids, CancellationToken cancellation)
    {
        if (caller.SeesAll)
        {
            return await units.Get(ids, cancellation);
        }

        List<UnitId> seen = [];
        foreach (UnitId id in ids)
        {
            if (await Sees(caller, id, cancellation))
            {
                seen.Add(id);
            }
        }

        return await units.Get(seen, cancellation);
    }

    /// <summary>Those of some units of the registry that the caller sees, as it may see them, in their order.</summary>
    public async ValueTask<IReadOnlyList<Unit>> Shown(Caller caller, IReadOnlyList<Unit> found, CancellationToken cancellation)
    {
        if (caller.SeesAll)
        {
            return found;
        }

        List<Unit> shown = [];
        foreach (Unit unit in found)
        {
            units.Add(unit);
            if (await IsSeen(caller, unit.Id, cancellation))
            {
                shown.Add(await Shown(caller, unit, cancellation));
            }
        }

        return shown;
    }

    /// <summary>A unit without the parents that the caller does not see: their edges stay, since their months are the unit's own.</summary>
    public async ValueTask<Unit> Shown(Caller caller, Unit unit, CancellationToken cancellation)
    {
        if (caller.SeesAll)
        {
            return unit;
        }

        ImmutableArray<UnitEdge>.Builder edges = ImmutableArray.CreateBuilder<UnitEdge>(unit.Edges.Length);
        foreach (UnitEdge edge in unit.Edges)
        {
            edges.Add(await IsSeen(caller, edge.Parent, cancellation) ? edge : edge with { Parent = default });
        }

        return unit with { Edges = edges.MoveToImmutable() };
    }

    // For units that an answer names: what it costs tells no more than the answer does.
    private async ValueTask<bool> IsSeen(Caller caller, UnitId id, CancellationToken cancellation)
    {
        int looks = MaxLooks;
        return Known(caller, id, ref looks)
            ?? await Climb(caller, [.. (await units.Get([id], cancellation)).Values], cancellation);
    }

    /// <summary>What is known without asking anybody; null for nothing. Allocates nothing.</summary>
    private bool? Known(Caller caller, UnitId id, ref int looks)
    {
        // Many parents of many parents are found faster by remembering where one has been.
        if (looks-- <= 0 || !units.TryGet(id, out Unit? unit))
        {
            return null;
        }

        if (caller.Holds(id))
        {
            return true;
        }

        bool? seen = false;
        foreach (UnitEdge edge in unit.Edges)
        {
            switch (Known(caller, edge.Parent, ref looks))
            {
                case true:
                    return true;
                case null:
                    seen = null;
                    break;
            }
        }

        return seen;
    }

    private async ValueTask<bool> Ask(Caller caller, UnitId id, CancellationToken cancellation) =>
        await units.Ask(id, cancellation) is { } unit && await Climb(caller, [unit], cancellation);

    private async ValueTask<bool> Climb(Caller caller, IReadOnlyCollection<Unit> level, CancellationToken cancellation)
    {
        HashSet<UnitId> seen = [];
        while (level.Count > 0)
        {
            if (level.Any(unit => caller.Holds(unit.Id)))
            {
                return true;
            }

            UnitId[] parents = [.. level.SelectMany(unit => unit.Edges).Select(edge => edge.Parent).Where(seen.Add)];
            level = parents.Length == 0 ? [] : [.. (await units.Get(parents, cancellation)).Values];
        }

        return false;
    }
}
