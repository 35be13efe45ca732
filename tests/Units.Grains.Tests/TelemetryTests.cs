using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Units.Gateway.Telemetry;
using Units.Grains.Tests.Support;
using Units.TestSupport;
using Xunit;

namespace Units.Grains.Tests;

/// <summary>What a silo tells of itself moves with what it does.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const int Count = 200;

    private static readonly Month October = new(2025, 10);

    private TestSilo _silo = null!;
    private Country _country = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await TestSilo.Start();
        _country = await Country.Create(_silo.Registry, 15, 2, 2, 2);
    }

    public ValueTask DisposeAsync() => _silo.DisposeAsync();

    [Fact]
    public async Task Batches_appends_queues_and_the_way_up_are_told()
    {
        UnitId ward = _country.Leaves.First();
        Measure jobs = _country.Measures[1];
        await _silo.Unit(ward).Submit(Reports.Of("warm", Reports.Add(jobs, October, 1)), TestContext.Current.CancellationToken);
        await _silo.ShowsInYear(_country.Root, jobs, 2025, 1);
        using MeterReader meter = new(_silo.Services.GetRequiredService<IMeterFactory>());

        await Task.WhenAll(Enumerable.Range(0, Count).Select(i =>
            _silo.Unit(ward).Submit(Reports.Of($"r-{i}", Reports.Add(jobs, October, 1)), TestContext.Current.CancellationToken)));
        await _silo.ShowsInYear(_country.Root, jobs, 2025, Count + 1);

        double[] batches = meter.Said("units.journal.batch.rows");
        Assert.Equal(Count, batches.Sum());
        Assert.Equal(batches.Length, meter.Said("units.journal.append.duration", "committed").Length);
        Assert.All(meter.Said("units.journal.append.duration"), seconds => Assert.InRange(seconds, 0, 60));
        Assert.NotEmpty(meter.Said("units.push.lag"));
        Assert.All(meter.Said("units.push.lag"), seconds => Assert.InRange(seconds, 0, 60));
        Assert.Equal(0, meter.Said("units.staged.entries").Last());
        Assert.Equal(0, meter.Said("units.journal.queue").Last());
        Assert.True(meter.Said("units.storage.queries", "Append").Last() > batches.Length);
    }

    [Fact]
    public void Without_a_listener_no_activity_is_made()
    {
        using Activity? submit = GatewayTraces.BeginSubmit(reports: 1);
        using Activity? append = UnitTelemetry.Source.StartActivity(UnitTelemetry.Append);

        Assert.Null(submit);
        Assert.Null(append);
    }
}
