using System.Collections.Immutable;

namespace Units.Gateway.Tests.Support;

/// <summary>A registry in memory that counts what it is asked.</summary>
internal sealed class FakeRegistry : IRegistryGrain
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<UnitId, Unit> _units = [];
    private Catalogue _catalogue = Catalogue.Empty;

    public int UnitReads { get; private set; }

    public int CatalogueReads { get; private set; }

    public Func<Task<bool>> OnPing { get; set; } = () => Task.FromResult(true);

    public Func<Unit, CreateResult<Unit>?> OnCreateUnit { get; set; } = _ => null;

    public Task<CreateResult<Unit>> CreateUnit(Unit unit)
    {
        if (OnCreateUnit(unit) is { } answer)
        {
            return Task.FromResult(answer);
        }

        lock (_gate)
        {
            if (_units.TryGetValue(unit.Id, out Unit? there))
            {
                bool same = there.Namings.SequenceEqual(unit.Namings) && there.Edges.SequenceEqual(unit.Edges);
                return Task.FromResult(new CreateResult<Unit>(same ? CreateStatus.AlreadyThere : CreateStatus.OtherContent, there, null));
            }

            string? missing = unit.Edges.Select(e => e.Parent).FirstOrDefault(p => !_units.ContainsKey(p)) is { Text.Length: > 0 } parent
                ? parent.Text
                : null;
            if (missing is not null)
            {
                return Task.FromResult(new CreateResult<Unit>(CreateStatus.MissingReference, null, missing));
            }

            _units[unit.Id] = unit;
            return Task.FromResult(new CreateResult<Unit>(CreateStatus.Created, unit, null));
        }
    }

    public Task<ImmutableArray<Unit>> GetUnits(ImmutableArray<UnitId> ids)
    {
        lock (_gate)
        {
            UnitReads++;
            return Task.FromResult<ImmutableArray<Unit>>([.. ids.Where(_units.ContainsKey).Select(id => _units[id])]);
        }
    }

    public Task<ImmutableArray<Unit>> ListUnits(UnitFilter filter)
    {
        lock (_gate)
        {
            Month month = new(filter.AsOf.Year, filter.AsOf.Month);
            Subtrees? within = filter.Within.IsDefaultOrEmpty ? null : new Subtrees(filter.Within, _units.GetValueOrDefault);
            IEnumerable<Unit> found = _units.Values
                .Where(u => within is null || within.Contain(u))
                .Where(u => filter.After is not { } after || u.Id.CompareTo(after) > 0)
                .Where(u => filter.Parent is null || u.ParentIn(month) == filter.Parent)
                .Where(u => !filter.RootsOnly || u.ParentIn(month) is not { } parent || within?.Contain(parent) == false)
                .Where(u => filter.Kind == UnitKind.Unspecified || u.NamingOn(filter.AsOf).Kind == filter.Kind);
            return Task.FromResult<ImmutableArray<Unit>>([.. found.Take(filter.PageSize)]);
        }
    }

    public Task<ImmutableArray<Unit>> FindUnits(string scheme, string value, DateOnly day)
    {
        lock (_gate)
        {
            return Task.FromResult<ImmutableArray<Unit>>(
                [.. _units.Values.Where(u => u.Identifiers.Any(i => i.Scheme == scheme && i.Value == value && i.IsValidOn(day)))]);
        }
    }

    public Task<CreateResult<Measure>> CreateMeasure(Measure measure)
    {
        lock (_gate)
        {
            Measure? there = _catalogue.Measures.FirstOrDefault(m => m.Id == measure.Id);
            if (there is not null)
            {
                bool same = there with { Categories = [] } == measure with { Number = there.Number, Categories = [] };
                return Task.FromResult(new CreateResult<Measure>(same ? CreateStatus.AlreadyThere : CreateStatus.OtherContent, there, null));
            }

            Measure created = measure with { Number = _catalogue.Measures.Length + 1 };
            _catalogue = _catalogue with { Measures = _catalogue.Measures.Add(created) };
            return Task.FromResult(new CreateResult<Measure>(CreateStatus.Created, created, null));
        }
    }

    public Task<CreateResult<Indicator>> CreateIndicator(Indicator indicator)
    {
        lock (_gate)
        {
            Indicator created = indicator with { Number = _catalogue.Indicators.Length + 1 };
            _catalogue = _catalogue with { Indicators = _catalogue.Indicators.Add(created) };
            return Task.FromResult(new CreateResult<Indicator>(CreateStatus.Created, created, null));
        }
    }

    public Task<Catalogue> GetCatalogue()
    {
        lock (_gate)
        {
            CatalogueReads++;
            return Task.FromResult(_catalogue);
        }
    }

    public Guid LedgerId { get; set; } = new("01234567-89ab-cdef-0123-456789abcdef");

    public Task<Guid> GetLedgerId() => Task.FromResult(LedgerId);

    public Task<bool> Ping() => OnPing();
}
