using System.Net;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Units.Gateway.Hosting;
using Units.Gateway.Identity;

namespace Units.Gateway.Tests.Identity;

/// <summary>One client cannot take what others need.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private readonly LiveIdentityHost _gateway = new()
    {
        Settings = { ["Units:Limits:CallsPerSecond"] = "3", ["Units:Limits:ReportsPerSecond"] = "2", ["Units:Limits:Watches"] = "1" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _gateway.InitializeAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Calls_beyond_the_rate_are_refused_with_the_time_to_wait_and_another_client_is_served()
    {
        string an = _gateway.Tokens.For("an", "viewer", "cam-pha");
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => _gateway.Get("/v1/units/cam-pha", an)));
        HttpResponseMessage refused = answers.First(a => a.StatusCode == HttpStatusCode.TooManyRequests);

        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.OK);
        string body = await refused.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(GatewayReasons.TooManyCalls, body, StringComparison.Ordinal);
        Assert.Contains("RetryInfo", body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _gateway.Get("/v1/units/cam-pha", _gateway.Tokens.For("binh", "viewer", "cam-pha"))).StatusCode);
    }

    [Fact]
    public async Task A_stream_beyond_the_rate_is_slowed_and_loses_nothing()
    {
        using AsyncDuplexStreamingCall<V1.SubmitReportsRequest, V1.SubmitReportsResponse> stream =
            _gateway.Reports.SubmitReports(With("chi", "reporter"), cancellationToken: Cancellation);
        for (int i = 0; i < 5; i++)
        {
            await stream.RequestStream.WriteAsync(new V1.SubmitReportsRequest { Report = Report($"r-{i}") }, Cancellation);
        }

        await stream.RequestStream.CompleteAsync();
        List<V1.SubmitReportsResponse> answers = [];
        while (await stream.ResponseStream.MoveNext(Cancellation))
        {
            answers.Add(stream.ResponseStream.Current);
        }

        Assert.Equal([1, 2, 3, 4, 5], answers.Select(a => a.Receipt?.Sequence ?? 0));
    }

    [Fact]
    public async Task Single_reports_beyond_the_rate_are_refused_and_changed_nothing()
    {
        Refusal[] refused = [.. (await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Try($"one-{i}")))).OfType<Refusal>()];

        Assert.NotEmpty(refused);
        Assert.All(refused, r => Assert.Equal((StatusCode.ResourceExhausted, GatewayReasons.TooManyReports), (r.Code, r.Reason)));
        Assert.All(refused, r => Assert.True(r.Retry > TimeSpan.Zero));
        Assert.Equal(20 - refused.Length, _gateway.CamPha.Reports.Count);

        async Task<Refusal?> Try(string id)
        {
            AsyncUnaryCall<V1.SubmitReportResponse> call = _gateway.Reports.SubmitReportAsync(Report(id), With("dung", "reporter"), cancellationToken: Cancellation);
            try
            {
                await call;
                return null;
            }
            catch (RpcException)
            {
                return await Refusal.Of(call);
            }
        }
    }

    [Fact]
    public async Task Watches_beyond_the_number_are_refused_until_one_ends()
    {
        V1.WatchTotalsRequest request = new() { Units = { "cam-pha" }, Measures = { "ho-so" }, Range = "2025" };
        Metadata token = With("em", "viewer");
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> first = _gateway.Totals.WatchTotals(request, token, cancellationToken: Cancellation);
        Assert.True(await first.ResponseStream.MoveNext(Cancellation));

        using AsyncServerStreamingCall<V1.WatchTotalsResponse> second = _gateway.Totals.WatchTotals(request, token, cancellationToken: Cancellation);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await second.ResponseStream.MoveNext(Cancellation));

        Assert.Equal(GatewayReasons.TooManyWatches, refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
    }

    [Fact]
    public void However_many_clients_there_are_their_number_is_bounded()
    {
        ClientLimits limits = new(
            Options.Create(new GatewayOptions { Limits = new LimitOptions { CallsPerSecond = 1 } }), IdentityOptions.None, TimeProvider.System);
        for (int i = 0; i < ClientLimits.MaxClients + 100; i++)
        {
            limits.Of($"client-{i}");
        }

        Assert.Equal(ClientLimits.MaxClients, limits.Count);
        Assert.Same(limits.Of("one more"), limits.Of("and another"));
    }

    private static V1.SubmitReportRequest Report(string id) => new()
    {
        Unit = "cam-pha",
        Source = "one-stop",
        ReportId = id,
        Entries = { new V1.Entry { Measure = "ho-so", Month = "2025-07", Set = "1" } },
    };

    private Metadata With(string subject, string role) => IdentityHost.With(_gateway.Tokens.For(subject, role, "cam-pha"));
}
