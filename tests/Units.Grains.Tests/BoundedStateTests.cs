using Microsoft.Extensions.DependencyInjection;
using Units.Grains.Tests.Support;
using Units.Silo.Storage;
using Xunit;

namespace Units.Grains.Tests;

/// <summary>What a report costs does not grow with what was reported before it.</summary>
public sealed class BoundedStateTests : IAsyncLifetime
{
    private const int Measures = 50;
    private const int Years = 10;
    private const int FirstYear = 2016;
    private const long Limit = 16 * 1024;

    private readonly UnitId _ward = new("ward");
    private readonly List<Measure> _measures = [];
    private TestSilo _silo = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _silo = await TestSilo.Start();
        await _silo.Registry.CreateUnit(Unit("city", null));
        await _silo.Registry.CreateUnit(Unit("ward", new UnitId("city")));
        for (int i = 0; i < Measures; i++)
        {
            MeasureKind kind = i % 5 == 0 ? MeasureKind.Stock : MeasureKind.Flow;
            _measures.Add((await _silo.Registry.CreateMeasure(new Measure { Id = new MeasureId($"measure-{i}"), Kind = kind, Scale = 2, Name = "Số liệu" })).Item!);
        }

        for (int month = 0; month < (Years * 12) - 2; month++)
        {
            await _silo.Unit(_ward).Submit(MonthlyReport("first", Month.FirstOf(FirstYear).Plus(month), 1000 + month), Cancel);
        }

        await _silo.Restart();
        await Eventually.InStep(() => _silo.Unit(new UnitId("city")).Read(Queries.Of(Queries.Year(_measures[1], FirstYear)), Cancel));
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task A_report_to_a_unit_with_ten_years_of_50_measures_reads_and_writes_at_most_16_KB_of_rows()
    {
        Month november = Month.LastOf(FirstYear + Years - 1).Plus(-1);
        long cold = await BytesOf(MonthlyReport("cold", november, 5));
        long warm = await BytesOf(MonthlyReport("warm", november.Plus(1), 5));
        long flow = await BytesOf(Reports.Of("flow", Reports.Set(_measures[1], november, 7)));
        long stock = await BytesOf(Reports.Of("stock", Reports.Set(_measures[0], november, 9)));

        TestContext.Current.TestOutputHelper!.WriteLine($"bytes: {Measures} entries cold {cold}, warm {warm}; one entry of a flow {flow}, of a stock {stock}");
        Assert.All([cold, warm, flow, stock], bytes => Assert.InRange(bytes, 1, Limit));
    }

    [Fact]
    public async Task A_correction_ten_years_back_still_works_and_is_as_cheap()
    {
        Month first = Month.FirstOf(FirstYear);
        long flowBefore = await _silo.YearOf(new UnitId("city"), _measures[1], FirstYear);
        long levelBefore = await _silo.YearOf(new UnitId("city"), _measures[0], FirstYear + Years - 1);

        long flow = await BytesOf(Reports.Of("flow", Reports.Set(_measures[1], first, 1500)));
        long stock = await BytesOf(Reports.Of("level", Reports.Add(_measures[0], first, 300)));

        Assert.All([flow, stock], bytes => Assert.InRange(bytes, 1, Limit));
        await _silo.ShowsInYear(new UnitId("city"), _measures[1], FirstYear, flowBefore + 500);
        await _silo.ShowsInYear(new UnitId("city"), _measures[0], FirstYear + Years - 1, levelBefore + 300);
    }

    private static Unit Unit(string id, UnitId? parent) => new()
    {
        Id = new UnitId(id),
        Namings = [new UnitNaming(null, UnitKind.Commune, id, "")],
        Edges = parent is { } above ? [new UnitEdge(Month.MinValue, above)] : [],
    };

    private Report MonthlyReport(string name, Month month, long value) =>
        Reports.Of($"{name}-{month}", [.. _measures.Select((measure, i) => Reports.Set(measure, month, value + (i % 5 == 0 ? month.Number : 0)))]);

    private async Task<long> BytesOf(Report report)
    {
        StorageCounters counters = _silo.Services.GetRequiredService<SqliteStorage>().Journal.Counters;
        long before = counters.Total.Bytes;
        Assert.Equal(SubmitStatus.Committed, (await _silo.Unit(_ward).Submit(report, Cancel)).Status);
        return counters.Total.Bytes - before;
    }
}
