using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Units.Gateway.Caches;

/// <summary>Units that are known to exist. Units are never removed, so that a unit exists is never stale; its names may be.</summary>
internal sealed class UnitCache(IGrainFactory grains, int capacity = UnitCache.Capacity)
{
    /// <summary>All administrative units of the country with their hamlets, about 100 MB.</summary>
    public const int Capacity = 100_000;

    private const int IdsOfOneCall = 1000;

    private readonly ConcurrentDictionary<UnitId, Unit> _known = new();

    /// <summary>The units of these ids that exist.</summary>
    public async ValueTask<IReadOnlyDictionary<UnitId, Unit>> Get(IReadOnlyCollection<UnitId> ids, CancellationToken cancellation)
    {
        Dictionary<UnitId, Unit> found = new(ids.Count);
        List<UnitId> unknown = [];
        foreach (UnitId id in ids)
        {
            if (_known.TryGetValue(id, out Unit? unit))
            {
                found[id] = unit;
            }
            else
            {
                unknown.Add(id);
            }
        }

        foreach (UnitId[] chunk in unknown.Chunk(IdsOfOneCall))
        {
            foreach (Unit unit in await grains.GetGrain<IRegistryGrain>(0).GetUnits([.. chunk]).WaitAsync(cancellation))
            {
                Add(unit);
                found[unit.Id] = unit;
            }
        }

        return found;
    }

    /// <summary>True when the unit exists.</summary>
    public async ValueTask<bool> Exists(UnitId id, CancellationToken cancellation) =>
        _known.ContainsKey(id) || (await Get([id], cancellation)).Count > 0;

    /// <summary>A unit that is known without asking.</summary>
    public bool TryGet(UnitId id, [NotNullWhen(true)] out Unit? unit) => _known.TryGetValue(id, out unit);

    /// <summary>Asks the registry, whatever is known; null where the unit does not exist.</summary>
    public async ValueTask<Unit?> Ask(UnitId id, CancellationToken cancellation)
    {
        Unit? unit = (await grains.GetGrain<IRegistryGrain>(0).GetUnits([id]).WaitAsync(cancellation)).FirstOrDefault();
        if (unit is not null)
        {
            Add(unit);
        }

        return unit;
    }

    /// <summary>Remembers a unit.</summary>
    public void Add(Unit unit)
    {
        // The same units are listed again and again, and to count them takes every lock of the table.
        if (_known.TryGetValue(unit.Id, out Unit? known) && ReferenceEquals(known, unit))
        {
            return;
        }

        // Starting over is simpler than choosing whom to forget, and happens only beyond the size of the country.
        if (_known.Count >= capacity)
        {
            _known.Clear();
        }

        _known[unit.Id] = unit;
    }
}
