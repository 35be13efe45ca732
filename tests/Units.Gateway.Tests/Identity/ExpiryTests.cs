using Grpc.Core;
using Units.Gateway.Identity;

namespace Units.Gateway.Tests.Identity;

/// <summary>What lasts ends with the token under which it began.</summary>
public sealed class ExpiryTests : IAsyncLifetime
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private readonly IdentityHost _gateway = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_watch_ends_when_its_token_does_and_its_resume_token_goes_on()
    {
        V1.WatchTotalsRequest request = new() { Units = { "cam-pha" }, Measures = { "ho-so" }, Range = "2025" };
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = _gateway.Totals.WatchTotals(request, With(), cancellationToken: Cancellation);
        Assert.True(await watch.ResponseStream.MoveNext(Cancellation));
        request.ResumeToken = watch.ResponseStream.Current.ResumeToken;

        _gateway.Time.Advance(Life + TokenSetup.Skew);
        RpcException ended = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await watch.ResponseStream.MoveNext(Cancellation))
            {
                request.ResumeToken = watch.ResponseStream.Current.ResumeToken;
            }
        });

        Assert.Equal((StatusCode.Unauthenticated, GatewayReasons.TokenExpired), (ended.StatusCode, ended.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason));
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> resumed = _gateway.Totals.WatchTotals(request, With(), cancellationToken: Cancellation);
        Assert.True(await resumed.ResponseStream.MoveNext(Cancellation));
        Assert.NotNull(resumed.ResponseStream.Current.Heartbeat);
    }

    [Fact]
    public async Task A_stream_of_reports_ends_when_its_token_does_and_what_it_took_in_is_answered()
    {
        V1.SubmitReportRequest report = new()
        {
            Unit = "cam-pha",
            Source = "one-stop",
            ReportId = "r-1",
            Entries = { new V1.Entry { Measure = "ho-so", Month = "2025-07", Set = "1" } },
        };
        using AsyncDuplexStreamingCall<V1.SubmitReportsRequest, V1.SubmitReportsResponse> stream =
            _gateway.Reports.SubmitReports(With(), cancellationToken: Cancellation);
        await stream.RequestStream.WriteAsync(new V1.SubmitReportsRequest { Report = report }, Cancellation);
        Assert.True(await stream.ResponseStream.MoveNext(Cancellation));
        Assert.Equal(1, stream.ResponseStream.Current.Receipt.Sequence);

        _gateway.Time.Advance(Life + TokenSetup.Skew);
        RpcException ended = await Assert.ThrowsAsync<RpcException>(async () => await stream.ResponseStream.MoveNext(Cancellation));

        Assert.Equal((StatusCode.Unauthenticated, GatewayReasons.TokenExpired), (ended.StatusCode, ended.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason));
    }

    private Metadata With() => IdentityHost.With(_gateway.Tokens.For("an", "reporter", "cam-pha"));
}
