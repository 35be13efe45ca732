using System.Collections.Immutable;

namespace Units.Grains.Tests.Support;

/// <summary>A made-up country: a tree of units of equal shape and a few measures of every kind.</summary>
internal sealed class Country
{
    private readonly List<UnitId> _units = [];
    private readonly Dictionary<UnitId, UnitId> _parents = [];

    public IReadOnlyList<UnitId> Units => _units;

    public IEnumerable<UnitId> Leaves => _units.Except(_parents.Values);

    public UnitId Root => _units[0];

    public ImmutableArray<Measure> Measures { get; private set; } = [];

    public UnitId? ParentOf(UnitId unit) => _parents.TryGetValue(unit, out UnitId parent) ? parent : null;

    /// <summary>Creates the units level by level; the last fan-out is filled up to <paramref name="count"/> units in all.</summary>
    public static async Task<Country> Create(IRegistryGrain registry, int count, params int[] fanOuts)
    {
        Country country = new();
        await country.AddMeasures(registry);
        await country.Add(registry, new UnitId("nation"), null);
        List<UnitId> level = [country.Root];
        for (int depth = 0; depth < fanOuts.Length; depth++)
        {
            List<UnitId> next = [];
            for (int i = 0; i < level.Count * fanOuts[depth] && country._units.Count < count; i++)
            {
                UnitId unit = new($"{"pdcw"[depth]}{i:D5}");
                await country.Add(registry, unit, level[i % level.Count]);
                next.Add(unit);
            }

            level = next;
        }

        return country;
    }

    private async Task AddMeasures(IRegistryGrain registry)
    {
        Measure[] measures =
        [
            new() { Id = new MeasureId("revenue"), Kind = MeasureKind.Flow, Scale = 3, Name = "Thu ngân sách" },
            new() { Id = new MeasureId("jobs"), Kind = MeasureKind.Flow, Scale = 0, Sources = SourceRule.Many, Name = "Việc làm" },
            new() { Id = new MeasureId("households"), Kind = MeasureKind.Stock, Scale = 0, Name = "Số hộ" },
            new()
            {
                Id = new MeasureId("dossiers"), Kind = MeasureKind.Flow, Scale = 0, Sources = SourceRule.Many, Name = "Hồ sơ",
                Categories = [new Category(1, "early", "Trước hạn", ""), new Category(2, "late", "Chậm hạn", "")],
            },
        ];
        List<Measure> created = [];
        foreach (Measure measure in measures)
        {
            created.Add((await registry.CreateMeasure(measure)).Item!);
        }

        Measures = [.. created];
    }

    private async Task Add(IRegistryGrain registry, UnitId id, UnitId? parent)
    {
        CreateResult<Unit> result = await registry.CreateUnit(new Unit
        {
            Id = id,
            Namings = [new UnitNaming(null, UnitKind.Commune, id.Text, "")],
            Edges = parent is { } above ? [new UnitEdge(Month.MinValue, above)] : [],
        });
        if (result.Status != CreateStatus.Created)
        {
            throw new InvalidOperationException($"{id} was not created: {result.Status}.");
        }

        _units.Add(id);
        if (parent is { } p)
        {
            _parents.Add(id, p);
        }
    }
}
