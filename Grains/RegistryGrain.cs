using System.Collections.Immutable;
using System.Globalization;
using Units.Grains.Storage;

namespace Units.Grains;

/// <summary>Keeps units, measures and indicators in memory and writes each new one through.</summary>
[GrainType("registry")]
internal sealed class RegistryGrain(IRegistryStore store, IJournal journal) : Grain, IRegistryGrain
{
    private readonly SortedDictionary<UnitId, Unit> _units = [];

    // Every unit that is its child in any month, by id.
    private readonly Dictionary<UnitId, SortedList<UnitId, Unit>> _byParent = [];
    private readonly Dictionary<(string Scheme, string Value), List<UnitId>> _byIdentifier = [];
    private readonly Dictionary<MeasureId, Measure> _measures = [];
    private readonly Dictionary<IndicatorId, Indicator> _indicators = [];
    private readonly Dictionary<UnitId, Task> _unitsUnderWay = [];
    private Guid _ledgerId;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        RegistryReading all = await store.Load(cancellationToken);
        foreach (Unit unit in all.Units)
        {
            Keep(unit);
        }

        _ledgerId = all.LedgerId;
        foreach (Measure measure in all.Measures)
        {
            _measures.Add(measure.Id, measure);
        }

        foreach (Indicator indicator in all.Indicators)
        {
            _indicators.Add(indicator.Id, indicator);
        }
    }

    public async Task<CreateResult<Unit>> CreateUnit(Unit unit)
    {
        // Calls interleave, so that the units of a whole country are written in few transactions. Whoever is about to be written is waited for.
        while (unit.Edges.Select(edge => edge.Parent).Prepend(unit.Id).Select(id => _unitsUnderWay.GetValueOrDefault(id)).FirstOrDefault(t => t is not null)
            is { } underWay)
        {
            await underWay;
        }

        if (_units.TryGetValue(unit.Id, out Unit? existing))
        {
            return Existing(existing, SameUnit(existing, unit));
        }

        foreach (UnitEdge edge in unit.Edges)
        {
            if (!_units.ContainsKey(edge.Parent))
            {
                return new CreateResult<Unit>(CreateStatus.MissingReference, null, edge.Parent.Text);
            }
        }

        TaskCompletionSource done = new();
        _unitsUnderWay.Add(unit.Id, done.Task);
        try
        {
            return await Write(ct => store.Add(unit, ct), () => Keep(unit), unit);
        }
        finally
        {
            _unitsUnderWay.Remove(unit.Id);
            done.SetResult();
        }
    }

    public Task<ImmutableArray<Unit>> GetUnits(ImmutableArray<UnitId> ids) =>
        Task.FromResult<ImmutableArray<Unit>>([.. ids.Where(_units.ContainsKey).Select(id => _units[id])]);

    public Task<ImmutableArray<Unit>> ListUnits(UnitFilter filter)
    {
        Month month = new(filter.AsOf.Year, filter.AsOf.Month);
        Subtrees? within = filter.Within.IsDefaultOrEmpty ? null : new Subtrees(filter.Within, _units.GetValueOrDefault);
        IEnumerable<Unit> among = filter.Parent is { } above ? _byParent.GetValueOrDefault(above, []).Values : _units.Values;
        IEnumerable<Unit> units = among.Where(unit =>
            (filter.After is null || unit.Id.CompareTo(filter.After.Value) > 0)
            && (within is null || within.Contain(unit))
            && (filter.Parent is null || unit.ParentIn(month) == filter.Parent)
            && (!filter.RootsOnly || unit.ParentIn(month) is not { } parent || within?.Contain(parent) == false)
            && (filter.Kind == UnitKind.Unspecified || unit.NamingOn(filter.AsOf).Kind == filter.Kind));
        return Task.FromResult<ImmutableArray<Unit>>([.. units.Take(Math.Clamp(filter.PageSize, 1, 1000))]);
    }

    public Task<ImmutableArray<Unit>> FindUnits(string scheme, string value, DateOnly day) => Task.FromResult<ImmutableArray<Unit>>(
        [.. _byIdentifier.GetValueOrDefault((scheme, value), [])
            .Select(id => _units[id])
            .Where(unit => unit.Identifiers.Any(i => i.Scheme == scheme && i.Value == value && i.IsValidOn(day)))]);

    public async Task<CreateResult<Measure>> CreateMeasure(Measure measure)
    {
        Measure numbered = measure with { Number = _measures.Values.Select(m => m.Number).DefaultIfEmpty().Max() + 1 };
        if (_measures.TryGetValue(measure.Id, out Measure? existing))
        {
            return Existing(existing, SameMeasure(existing, numbered with { Number = existing.Number }));
        }

        if (_indicators.ContainsKey(new IndicatorId(measure.Id.Text)))
        {
            // One name for both would let a report be about something that is computed.
            return new CreateResult<Measure>(CreateStatus.OtherContent, null, null);
        }

        return await Write(ct => store.Add(numbered, ct), () => _measures.Add(numbered.Id, numbered), numbered);
    }

    public async Task<CreateResult<Indicator>> CreateIndicator(Indicator indicator)
    {
        Indicator numbered = indicator with { Number = _indicators.Values.Select(i => i.Number).DefaultIfEmpty().Max() + 1 };
        if (_indicators.TryGetValue(indicator.Id, out Indicator? existing))
        {
            return Existing(existing, existing == (numbered with { Number = existing.Number }));
        }

        if (_measures.ContainsKey(new MeasureId(indicator.Id.Text)))
        {
            return new CreateResult<Indicator>(CreateStatus.OtherContent, null, null);
        }

        foreach (int number in indicator.Components)
        {
            if (_indicators.Values.All(i => i.Number != number))
            {
                return new CreateResult<Indicator>(CreateStatus.MissingReference, null, number.ToString(CultureInfo.InvariantCulture));
            }
        }

        foreach (Term term in new Term?[] { indicator.Numerator, indicator.Denominator }.OfType<Term>())
        {
            if (!_measures.TryGetValue(term.Measure, out Measure? measure) || term.Category > measure.Categories.Length)
            {
                return new CreateResult<Indicator>(CreateStatus.MissingReference, null, term.Measure.Text);
            }
        }

        return await Write(ct => store.Add(numbered, ct), () => _indicators.Add(numbered.Id, numbered), numbered);
    }

    public Task<Catalogue> GetCatalogue() => Task.FromResult(new Catalogue(
        [.. _measures.Values.OrderBy(m => m.Number)], [.. _indicators.Values.OrderBy(i => i.Number)]));

    public Task<Guid> GetLedgerId() => Task.FromResult(_ledgerId);

    public async Task<bool> Ping()
    {
        try
        {
            await journal.Ping(CancellationToken.None);
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }

    private async Task<CreateResult<T>> Write<T>(Func<CancellationToken, Task<bool>> add, Action keep, T item)
    {
        try
        {
            if (await add(CancellationToken.None))
            {
                keep();
                return new CreateResult<T>(CreateStatus.Created, item, null);
            }
        }
        catch (StorageUnavailableException)
        {
            // It may have been written after all: what is in memory is no longer sure, so the next activation loads again.
        }

        DeactivateOnIdle();
        return new CreateResult<T>(CreateStatus.Unavailable, default, null);
    }

    private void Keep(Unit unit)
    {
        _units.Add(unit.Id, unit);
        foreach (UnitEdge edge in unit.Edges)
        {
            if (!_byParent.TryGetValue(edge.Parent, out SortedList<UnitId, Unit>? children))
            {
                _byParent.Add(edge.Parent, children = []);
            }

            children[unit.Id] = unit;
        }

        foreach (UnitIdentifier identifier in unit.Identifiers)
        {
            (string, string) key = (identifier.Scheme, identifier.Value);
            if (!_byIdentifier.TryGetValue(key, out List<UnitId>? ids))
            {
                _byIdentifier.Add(key, ids = []);
            }

            ids.Add(unit.Id);
        }
    }

    private static CreateResult<T> Existing<T>(T existing, bool isSame) =>
        new(isSame ? CreateStatus.AlreadyThere : CreateStatus.OtherContent, existing, null);

    private static bool SameUnit(Unit a, Unit b) => a.IdentityInferred == b.IdentityInferred
        && a.Namings.SequenceEqual(b.Namings) && a.Edges.SequenceEqual(b.Edges) && a.Identifiers.SequenceEqual(b.Identifiers);

    private static bool SameMeasure(Measure a, Measure b) =>
        a.Categories.SequenceEqual(b.Categories) && a.ReportedBy.SequenceEqual(b.ReportedBy)
        && a with { Categories = [], ReportedBy = [] } == b with { Categories = [], ReportedBy = [] };
}
