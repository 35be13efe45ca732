using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>What every registry store must do, whatever the database.</summary>
public abstract class RegistryStoreConformance : IAsyncLifetime
{
    private IStorageHarness _harness = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IRegistryStore Registry => _harness.Registry;

    public async ValueTask InitializeAsync() => _harness = await Create();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _harness.DisposeAsync();
    }

    private protected abstract Task<IStorageHarness> Create();

    [Fact]
    public async Task All_that_was_added_is_loaded_as_it_was_also_after_a_restart()
    {
        Unit unit = Catalogued.Unit;
        Measure measure = Catalogued.Measure;
        Indicator indicator = Catalogued.Indicator;
        Assert.True(await Registry.Add(unit, Cancel));
        Assert.True(await Registry.Add(measure, Cancel));
        Assert.True(await Registry.Add(indicator, Cancel));
        await _harness.Reopen();

        RegistryReading all = await Registry.Load(Cancel);

        Assert.Equivalent(unit, Assert.Single(all.Units), strict: true);
        Assert.Equivalent(measure, Assert.Single(all.Measures), strict: true);
        Assert.Equivalent(indicator, Assert.Single(all.Indicators), strict: true);
    }

    [Fact]
    public async Task A_unit_that_exists_is_not_added_and_keeps_its_edges()
    {
        Assert.True(await Registry.Add(Some.Child("ward-a", "city"), Cancel));
        Assert.False(await Registry.Add(Some.Child("ward-a", "other-city"), Cancel));

        Assert.Equal(new UnitId("city"), Assert.Single((await Registry.Load(Cancel)).Units).ParentIn(Some.January));
    }

    [Fact]
    public async Task A_measure_needs_an_id_and_a_number_of_its_own()
    {
        Measure measure = Catalogued.Measure;
        Assert.True(await Registry.Add(measure, Cancel));
        Assert.False(await Registry.Add(measure, Cancel));
        Assert.False(await Registry.Add(measure with { Number = 99 }, Cancel));
        Assert.False(await Registry.Add(measure with { Id = new MeasureId("other") }, Cancel));
        Assert.True(await Registry.Add(measure with { Id = new MeasureId("other"), Number = 99 }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Registry.Add(measure with { Number = 0 }, Cancel));
    }

    [Fact]
    public async Task An_indicator_needs_an_id_and_a_number_of_its_own()
    {
        Indicator indicator = Catalogued.Indicator;
        Assert.True(await Registry.Add(indicator, Cancel));
        Assert.False(await Registry.Add(indicator with { Number = 99 }, Cancel));
        Assert.False(await Registry.Add(indicator with { Id = new IndicatorId("other") }, Cancel));
        Assert.True(await Registry.Add(indicator with { Id = new IndicatorId("other"), Number = 99 }, Cancel));
    }

    [Fact]
    public async Task What_is_compared_and_how_comes_back()
    {
        Measure measure = Catalogued.Measure with { ReportedBy = [UnitKind.Commune, UnitKind.Ward], DueDay = 5 };
        Indicator indicator = Catalogued.Indicator with
        {
            Formula = FormulaKind.Worst,
            Base = SumTime.PeriodBefore,
            Kinds = [UnitKind.Ward],
            Components = [7, 9],
            LowerIsBetter = true,
            Thresholds = new StatusThresholds(120, 100, 90),
        };
        Assert.True(await Registry.Add(measure, Cancel));
        Assert.True(await Registry.Add(indicator, Cancel));

        RegistryReading all = await Registry.Load(Cancel);
        Measure read = Assert.Single(all.Measures);
        Assert.Equal([UnitKind.Commune, UnitKind.Ward], read.ReportedBy);
        Assert.Equal(5, read.DueDay);
        Assert.Equal(indicator, Assert.Single(all.Indicators));
    }

    [Fact]
    public async Task Every_unit_bumps_the_revision_of_the_tree()
    {
        long before = (await _harness.Journal.ReadTree(Some.Unit("city"), Some.Unit("city"), Cancel)).Revision;
        await Registry.Add(Some.UnitOf("city"), Cancel);
        Assert.True((await _harness.Journal.ReadTree(Some.Unit("city"), Some.Unit("city"), Cancel)).Revision > before);
    }

    [Fact]
    public async Task A_move_shows_in_the_unit_that_is_loaded()
    {
        await Registry.Add(Some.Child("ward-a", "city"), Cancel);
        long revision = (await _harness.Journal.ReadTree(Some.Unit("city"), Some.Unit("city"), Cancel)).Revision;
        await _harness.Journal.Append(Some.Move(Some.Unit("ward-a"), 1, Some.Unit("other-city"), Some.January, revision));

        Assert.Equal(2, Assert.Single((await Registry.Load(Cancel)).Units).Edges.Length);
    }
}
