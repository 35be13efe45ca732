using Grpc.Core;
using Units.Silo.SampleData;
using Xunit;

namespace Units.EndToEnd.Tests.SampleData;

/// <summary>The loader against a gateway that only remembers ids.</summary>
public sealed class SampleDataLoaderTests
{
    private static readonly SampleSet Set = SampleReader.Read(SampleReader.ShippedDirectory);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Everything_is_sent_once_in_the_order_of_the_files_and_again_without_effect()
    {
        RecordingGateway.Calls calls = new();
        string[] expected =
        [
            .. Set.Measures.Select(m => "measure " + m.Id),
            .. Set.Indicators.Select(i => "indicator " + i.Id),
            .. Set.Units.Select(u => "unit " + u.Id),
            "draft uong-bi/services-2019", "draft yen-bai/plan-2020", "issue yen-bai/plan-2020",
            .. Set.Targets.Select(t => $"target {t.Request.Unit}/{t.Request.RequestId}"),
            .. Set.Reports.Select(r => $"report {r.Unit}/{r.ReportId}"),
        ];

        SampleDataResult first = await Load(calls);
        SampleDataResult second = await Load(calls);

        Assert.Equal("sample data: 8 reports accepted, 0 already there", first.ToString());
        Assert.Equal("sample data: 0 reports accepted, 8 already there", second.ToString());
        Assert.Equal(0, first.Failed + second.Failed);
        Assert.Equal([.. expected, .. expected], calls.Order);
    }

    [Fact]
    public async Task What_the_gateway_cannot_serve_yet_is_sent_again()
    {
        RecordingGateway.Calls calls = new();
        calls.NextFailures.Enqueue(StatusCode.Unavailable);
        calls.NextFailures.Enqueue(StatusCode.ResourceExhausted);
        calls.NextFailures.Enqueue(StatusCode.DeadlineExceeded);

        SampleDataResult result = await Load(calls);

        Assert.Equal(new SampleDataResult(8, 0, 0), result);
    }

    [Fact]
    public async Task A_refused_report_is_counted_and_the_others_stand()
    {
        RecordingGateway.Calls calls = new() { Refused = "report cam-pha/cam-pha-2019-07" };

        SampleDataResult result = await Load(calls);

        Assert.Equal(new SampleDataResult(7, 0, 1), result);
    }

    [Fact]
    public async Task A_stop_in_the_middle_ends_the_loader()
    {
        RecordingGateway.Calls calls = new();
        for (int i = 0; i < 100_000; i++)
        {
            calls.NextFailures.Enqueue(StatusCode.Unavailable);
        }

        RecordingGateway gateway = await RecordingGateway.Start(calls);
        SampleDataLoader loader = gateway.Loader;
        await gateway.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loader.Completion.WaitAsync(Limit, TestContext.Current.CancellationToken));
    }

    private static async Task<SampleDataResult> Load(RecordingGateway.Calls calls)
    {
        await using RecordingGateway gateway = await RecordingGateway.Start(calls);
        return await gateway.Loader.Completion.WaitAsync(Limit, TestContext.Current.CancellationToken);
    }
}
