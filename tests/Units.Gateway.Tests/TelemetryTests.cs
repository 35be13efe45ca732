using Grpc.Core;
using Units.TestSupport;

namespace Units.Gateway.Tests;

/// <summary>What a gateway tells of itself moves with what it does.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private readonly GatewayHost _gateway = new();

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Reports_are_told_by_outcome_and_watchers_while_they_watch()
    {
        using MeterReader meter = new(_gateway.Meters);
        V1.SubmitReportRequest request = Sample.Report(new V1.Entry { Measure = "ho-dan", Month = "2026-10", Set = "2" });
        await _gateway.Reports.SubmitReportAsync(request);
        await _gateway.Reports.SubmitReportAsync(request);
        _gateway.CamPha.OnSubmit = (_, _) => Task.FromResult(SubmitResult.Of(SubmitStatus.QueueFull));
        await Assert.ThrowsAsync<RpcException>(async () => await _gateway.Reports.SubmitReportAsync(request));

        Assert.Equal([1, 1, 1], ((string[])["committed", "repeated", "queue_full"]).Select(outcome => meter.Said("units.reports", outcome).Sum()));

        Assert.Equal(0, meter.Said("units.watchers").Last());
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = _gateway.Totals.WatchTotals(
            new V1.WatchTotalsRequest { Units = { "cam-pha" }, Measures = { "ho-dan" }, Range = "2026-10" });
        await watch.ResponseStream.MoveNext();
        Assert.Equal((1, 1), (meter.Said("units.watchers").Last(), meter.Said("units.watched").Last()));
    }
}
