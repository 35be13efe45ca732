using System.Security.Cryptography;
using System.Text;

namespace Units.Benchmarks;

/// <summary>A nation of ten provinces of ten districts, over which the wards are spread, and one measure.</summary>
internal static class Country
{
    private static readonly SourceId Source = new("bench");

    public static async Task<MeasureRef> Create(IRegistryGrain registry, int wards)
    {
        await Add(registry, "nation", null);
        for (int i = 0; i < 10; i++)
        {
            await Add(registry, $"province-{i}", "nation");
        }

        for (int i = 0; i < 100; i++)
        {
            await Add(registry, $"district-{i}", $"province-{i % 10}");
        }

        for (int i = 0; i < wards; i++)
        {
            await Add(registry, $"ward-{i}", $"district-{i % 100}");
        }

        Measure measure = new() { Id = new MeasureId("jobs"), Kind = MeasureKind.Flow, Scale = 0, Name = "Việc làm" };
        return (await registry.CreateMeasure(measure)).Item!.Ref;
    }

    public static Report Report(MeasureRef measure, string id) => new()
    {
        Source = Source,
        Id = new ReportId(id),
        ContentHash = [.. SHA256.HashData(Encoding.UTF8.GetBytes(id))],
        Entries = [new Entry { Kind = EntryKind.Add, Measure = measure, Month = new Month(2026, 10), Value = Amount.One }],
    };

    private static Task<CreateResult<Unit>> Add(IRegistryGrain registry, string id, string? parent) => registry.CreateUnit(new Unit
    {
        Id = new UnitId(id),
        Namings = [new UnitNaming(null, UnitKind.Ward, id, "")],
        Edges = parent is null ? [] : [new UnitEdge(Month.MinValue, new UnitId(parent))],
    });
}
