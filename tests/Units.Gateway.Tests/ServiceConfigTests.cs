using System.Text.Json;
using Google.Protobuf.Reflection;
using Grpc.Net.Client;
using Grpc.Net.Client.Configuration;
using Units.Gateway.OpenApi;

namespace Units.Gateway.Tests;

/// <summary>The service config that clients are recommended does what it is for.</summary>
public sealed class ServiceConfigTests(GatewayHost gateway) : IClassFixture<GatewayHost>
{
    /// <summary>Streams are resumed by whoever reads them, and a proof reads whole journals: twice at once helps nobody.</summary>
    private static readonly string[] Deliberately =
    [
        "units.v1.ReportService/SubmitReports", "units.v1.TotalService/WatchTotals", "units.v1.TotalService/WatchChildren",
        "units.v1.TotalService/ProveTotal",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_that_meets_an_unavailable_storage_twice_is_sent_again_and_counted_once()
    {
        FakeUnit unit = gateway.Cluster.Unit("cam-tay");
        int attempts = 0;
        unit.OnSubmit = (report, _) =>
        {
            switch (Interlocked.Increment(ref attempts))
            {
                case 1:
                    throw new StorageUnavailableException("away");
                case 2:
                    // Taken in, and the answer is lost: the worst that a repetition meets.
                    unit.TakeIn(report);
                    throw new StorageUnavailableException("away");
                default:
                    return Task.FromResult(unit.TakeIn(report));
            }
        };
        using GrpcChannel channel = await Channel();

        V1.SubmitReportResponse response = await new V1.ReportService.ReportServiceClient(channel).SubmitReportAsync(
            new V1.SubmitReportRequest
            {
                Unit = "cam-tay",
                Source = "so-tai-chinh",
                ReportId = Sample.NewId(),
                Entries = { new V1.Entry { Measure = "thu-ngan-sach", Month = "2026-10", Add = "5" } },
            },
            cancellationToken: Cancellation);

        Assert.Equal((3, true, 1L), (attempts, response.Repeated, response.Receipt.Sequence));
        Assert.Single(unit.Reports.Select(r => r.Id).Distinct());
    }

    [Fact]
    public async Task A_read_that_hangs_is_asked_a_second_time_and_the_quick_answer_counts()
    {
        FakeUnit unit = gateway.Cluster.Unit("cam-son");
        Func<TotalsQuery, CancellationToken, Task<UnitTotals>> answer = unit.OnRead;
        TaskCompletionSource<UnitTotals> never = new();
        int attempts = 0;
        unit.OnRead = (query, cancellation) =>
            Interlocked.Increment(ref attempts) == 1 ? never.Task.WaitAsync(cancellation) : answer(query, cancellation);
        using GrpcChannel channel = await Channel();

        V1.GetTotalsResponse response = await new V1.TotalService.TotalServiceClient(channel).GetTotalsAsync(
            new V1.GetTotalsRequest { Unit = "cam-son", Measures = { "ho-so" }, Range = "2025" }, cancellationToken: Cancellation);

        Assert.Equal(("cam-son", 2), (response.Unit, attempts));
        never.SetCanceled(Cancellation);
    }

    [Fact]
    public async Task Every_method_is_in_it_or_left_out_on_purpose()
    {
        string[] configured = [.. (await Config()).MethodConfigs.SelectMany(c => c.Names).Select(n => $"{n.Service}/{n.Method}")];
        string[] all = [.. ApiDescriptors.Services.SelectMany(s => s.Methods).Select(m => $"{m.Service.FullName}/{m.Name}")];

        Assert.Equal(all.Order(StringComparer.Ordinal), configured.Concat(Deliberately).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Writes_are_retried_and_reads_are_hedged_within_what_clients_allow()
    {
        Dictionary<string, MethodDescriptor> methods = ApiDescriptors.Services.SelectMany(s => s.Methods).ToDictionary(m => m.Name);
        foreach (MethodConfig config in (await Config()).MethodConfigs)
        {
            Assert.InRange(config.RetryPolicy?.MaxAttempts ?? config.HedgingPolicy!.MaxAttempts!.Value, 2, 5);
            Assert.All(config.Names, name =>
            {
                HttpBinding binding = HttpBinding.Of(methods[name.Method!])!;
                Assert.Equal(binding.Verb == HttpMethod.Get, config.HedgingPolicy is not null);
                Assert.False(binding.Method.IsServerStreaming);
            });
        }

        Assert.All(
            JsonDocument.Parse(await Text()).RootElement.GetProperty("methodConfig").EnumerateArray(),
            m => Assert.Matches(@"^\d+s$", m.GetProperty("timeout").GetString()!));
    }

    private Task<string> Text() => gateway.Http.GetStringAsync("/grpc/service-config.json", Cancellation);

    private async Task<ServiceConfig> Config() => ServiceConfigReader.Read(await Text());

    private async Task<GrpcChannel> Channel() =>
        GrpcChannel.ForAddress("http://" + gateway.Channel.Target, new GrpcChannelOptions { ServiceConfig = await Config() });
}
