using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Units.Grains.Tests.Support;
using Units.Silo;
using Units.Silo.Storage;
using Units.TestSupport;
using Xunit;

namespace Units.Grains.Tests;

/// <summary>A country that nobody reports about costs next to nothing.</summary>
public sealed class IdleTreeTests
{
    // CI runs a quarter, for the time that all tests together have.
    private static readonly (int Units, int Leaves) Size = TestRun.IsFull ? (10_000, 99) : (2_500, 24);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_idle_tree_activates_no_leaf_and_sweeps_with_one_query_per_interior_unit()
    {
        await using TestSilo silo = await TestSilo.Start();
        Country country = await Country.Create(silo.Registry, Size.Units, 10, 10, Size.Leaves);
        int interior = country.Units.Count - country.Leaves.Count();
        await silo.Restart();
        await Eventually.InStep(() => silo.Unit(country.Root).Read(Queries.Of(Queries.Year(country.Measures[0], 2025)), Cancel));
        RootSweep sweep = silo.Services.GetServices<IHostedService>().OfType<RootSweep>().Single();
        StorageCounters counters = silo.Services.GetRequiredService<SqliteStorage>().Journal.Counters;
        await Eventually.Rest(() => counters.Total.Queries);

        StorageUse before = counters.Total;
        long queriesBefore = counters[StorageOperation.Children].Queries;
        await sweep.Sweep(Cancel);
        await Eventually.Become(() => Task.FromResult(counters[StorageOperation.Children].Queries), queries => queries >= queriesBefore + interior);
        await Eventually.Rest(() => counters.Total.Queries);

        // One more than the interior units: the query for the roots themselves.
        Assert.InRange((counters.Total - before).Queries, interior, interior + 1);
        IManagementGrain management = silo.Grains.GetGrain<IManagementGrain>(0);
        SimpleGrainStatistic units = Assert.Single(await management.GetSimpleGrainStatistics(Cancel), s => s.GrainType.Contains("UnitGrain", StringComparison.Ordinal));
        Assert.Equal(interior, units.ActivationCount);
    }
}
