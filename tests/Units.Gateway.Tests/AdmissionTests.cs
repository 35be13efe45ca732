using Grpc.Core;

namespace Units.Gateway.Tests;

/// <summary>More reports at a time than a gateway is for are refused at once, and what was let in is finished.</summary>
public sealed class AdmissionTests : IAsyncLifetime
{
    private readonly TaskCompletionSource _held = new();
    private readonly SemaphoreSlim _reached = new(0);
    private readonly LiveGatewayHost _gateway = new() { Settings = { ["Units:Limits:ReportsAtOnce"] = "2" } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _gateway.InitializeAsync();
        FakeUnit unit = _gateway.CamPha;
        unit.OnSubmit = async (report, _) =>
        {
            _reached.Release();
            await _held.Task;
            return unit.TakeIn(report);
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _reached.Dispose();
    }

    [Fact]
    public async Task One_more_report_than_may_be_under_way_is_refused_with_the_time_to_wait_until_another_is_answered()
    {
        AsyncUnaryCall<V1.SubmitReportResponse>[] under = [Send("r-1"), Send("r-2")];
        await _reached.WaitAsync(Cancellation);
        await _reached.WaitAsync(Cancellation);

        AsyncUnaryCall<V1.SubmitReportResponse> beyond = Send("r-3");
        Refusal refusal = await Refusal.Of(beyond);
        Assert.Equal((StatusCode.ResourceExhausted, GatewayReasons.TooManyAtOnce), (refusal.Code, refusal.Reason));
        Assert.True(refusal.Retry > TimeSpan.Zero);

        _held.SetResult();
        Assert.All(await Task.WhenAll(under.Select(c => c.ResponseAsync)), a => Assert.False(a.Repeated));
        Assert.Equal("r-3", (await Send("r-3")).Receipt.ReportId);
        Assert.Equal(3, _gateway.CamPha.Reports.Count);
    }

    private AsyncUnaryCall<V1.SubmitReportResponse> Send(string id) => _gateway.Reports.SubmitReportAsync(
        new V1.SubmitReportRequest
        {
            Unit = "cam-pha",
            Source = "one-stop",
            ReportId = id,
            Entries = { new V1.Entry { Measure = "ho-so", Month = "2025-07", Set = "1" } },
        },
        cancellationToken: Cancellation);
}
