using System.Collections.Frozen;
using System.Collections.Immutable;
using Units.Gateway.Identity;
using Units.Gateway.Monitor.Words;
using Units.Gateway.Requests;

namespace Units.Gateway.Monitor.Reading;

/// <summary>All units by name, and how many of them report: a copy of the registry, read anew after <see cref="FreshFor"/> when somebody asks. While the
/// registry answers, nobody is told of one older than <see cref="KnownFor"/>.</summary>
internal sealed class UnitIndex(IGrainFactory grains, VietnamClock clock, TimeProvider time)
{
    /// <summary>The most units that are held, about 20 MB. Beyond it search finds the first ones, and no share of a whole is told.</summary>
    public const int MaxUnits = 50_000;

    private const int PageSize = 1000;

    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(30);

    // After a quiet night there may be another unit, and another month in which others report.
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private UnitIndexCopy? _copy;
    private Task<UnitIndexCopy>? _load;

    /// <summary>How many units without children lie below a unit, itself where it has none; null where that is not known.</summary>
    public async ValueTask<int?> Leaves(UnitId unit, CancellationToken cancellation)
    {
        UnitIndexCopy copy = await Get(cancellation);
        return copy.Leaves.TryGetValue(unit, out int leaves) ? leaves : null;
    }

    /// <summary>How many units below a unit, itself among them, are to report an indicator: those of the kinds that its measure names, else those
    /// without children. Null where that is not known.</summary>
    public async ValueTask<Func<Formula, int?>> Reporters(UnitId unit, CancellationToken cancellation)
    {
        UnitIndexCopy copy = await Get(cancellation);
        return formula => formula.Numerator.ReportedBy is { IsEmpty: false } kinds && copy.Leaves.Count > 0
            ? kinds.Sum(kind => copy.Kinds.GetValueOrDefault((unit, kind)))
            : copy.Leaves.TryGetValue(unit, out int leaves) ? leaves : null;
    }

    /// <summary>Units within the subtrees of a caller whose names have all words of a text, in any letters and with or without diacritics; the best first.</summary>
    /// <remarks>The copy may be older than the edges are: what is found is still to be shown by <see cref="UnitSight"/>.</remarks>
    public async ValueTask<IReadOnlyList<Unit>> Find(string text, Caller caller, int most, CancellationToken cancellation)
    {
        string[] words = Folding.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return [];
        }

        UnitIndexCopy copy = await Get(cancellation);
        string whole = string.Join(' ', words);
        // Who types diacritics means them: names that have them just so come first.
        string asTyped = text.Trim();
        // Before they are cut: of those that are found in a country, who sees one province may see none of the first thousand.
        Func<Unit, bool> sees = copy.SeenBy(caller);
        return
        [
            .. copy.Names.Where(n => words.All(w => n.Folded.Contains(w, StringComparison.Ordinal)) && sees(n.Unit))
                .OrderByDescending(n => n.Name.Contains(asTyped, StringComparison.CurrentCultureIgnoreCase))
                .ThenByDescending(n => n.Folded.EndsWith(whole, StringComparison.Ordinal))
                .ThenBy(n => n.Name.Length).ThenBy(n => n.Name, Comparer<string>.Create(Folding.Compare)).ThenBy(n => n.Unit.Id)
                .Take(most).Select(n => n.Unit),
        ];
    }

    private async ValueTask<UnitIndexCopy> Get(CancellationToken cancellation)
    {
        Task<UnitIndexCopy> load;
        UnitIndexCopy? copy;
        lock (_gate)
        {
            copy = _copy;
            TimeSpan age = copy is null ? TimeSpan.MaxValue : time.GetElapsedTime(copy.At);
            if (age >= FreshFor && _load is null or { IsCompleted: true })
            {
                _load = Load();
            }

            if (copy is not null && age < KnownFor)
            {
                // Whoever asks is answered with what is there; the next one has the newer.
                return copy;
            }

            load = _load!;
        }

        try
        {
            return await load.WaitAsync(cancellation);
        }
        catch (Exception) when (copy is not null && !cancellation.IsCancellationRequested)
        {
            return copy;
        }
    }

    private async Task<UnitIndexCopy> Load()
    {
        // Off the lock that the caller holds.
        await Task.Yield();
        long at = time.GetTimestamp();
        List<Unit> units = [];
        ImmutableArray<Unit> page;
        UnitId? after = null;
        do
        {
            page = await grains.GetGrain<IRegistryGrain>(0)
                .ListUnits(new UnitFilter(null, UnitKind.Unspecified, clock.Today, after, PageSize, RootsOnly: false));
            units.AddRange(page);
            after = page.IsEmpty ? null : page[^1].Id;
        }
        while (page.Length == PageSize && units.Count < MaxUnits);

        bool isAll = units.Count < MaxUnits;
        UnitIndexCopy copy = new(
            at, [.. units.Select(Named)], isAll ? Count(units) : FrozenDictionary<UnitId, int>.Empty,
            isAll ? CountKinds(units) : FrozenDictionary<(UnitId, UnitKind), int>.Empty);
        lock (_gate)
        {
            _copy = copy;
        }

        return copy;
    }

    private NamedUnit Named(Unit unit)
    {
        UnitNaming naming = unit.NamingOn(clock.Today);
        return new NamedUnit(unit, naming.Name, Folding.Of($"{naming.Name} {naming.NameEn}"));
    }

    private FrozenDictionary<UnitId, int> Count(List<Unit> units)
    {
        Month month = new(clock.Today.Year, clock.Today.Month);
        Dictionary<UnitId, UnitId?> parents = units.ToDictionary(u => u.Id, u => u.ParentIn(month));
        HashSet<UnitId> interior = [.. parents.Values.Where(p => p is not null).Select(p => p!.Value)];
        Dictionary<UnitId, int> leaves = [];
        foreach (UnitId leaf in parents.Keys.Where(u => !interior.Contains(u)))
        {
            for (UnitId? at = leaf; at is { } unit; at = parents.GetValueOrDefault(unit))
            {
                leaves[unit] = leaves.GetValueOrDefault(unit) + 1;
            }
        }

        return leaves.ToFrozenDictionary();
    }

    private FrozenDictionary<(UnitId, UnitKind), int> CountKinds(List<Unit> units)
    {
        Month month = new(clock.Today.Year, clock.Today.Month);
        Dictionary<UnitId, UnitId?> parents = units.ToDictionary(u => u.Id, u => u.ParentIn(month));
        Dictionary<(UnitId, UnitKind), int> counts = [];
        foreach (Unit unit in units)
        {
            UnitKind kind = unit.NamingOn(clock.Today).Kind;
            for (UnitId? at = unit.Id; at is { } here; at = parents.GetValueOrDefault(here))
            {
                counts[(here, kind)] = counts.GetValueOrDefault((here, kind)) + 1;
            }
        }

        return counts.ToFrozenDictionary();
    }
}
