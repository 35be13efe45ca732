using System.Text;
using Grpc.Core;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests.Operations;

/// <summary>A process with an OTLP endpoint shows a report's way from the gateway to the journal, and each figure of docs/OPERATE.md; without one it sends nothing.</summary>
public sealed class TelemetryTests(ITestOutputHelper output)
{
    private static readonly string[] Instruments =
    [
        "units.reports", "units.watchers", "units.watched", "units.staged.entries", "units.journal.queue", "units.journal.batch.rows",
        "units.journal.append.duration", "units.push.lag", "units.storage.queries",
    ];

    [Fact]
    public async Task A_report_is_one_trace_from_the_gateway_to_the_journal_and_every_figure_arrives()
    {
        using OtlpReceiver collector = new();
        await using UnitsProcess units = new();
        units.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url;
        units.Settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        units.Settings["OTEL_TRACES_SAMPLER"] = "always_on";
        units.Settings["OTEL_BSP_SCHEDULE_DELAY"] = "100";
        units.Settings["OTEL_METRIC_EXPORT_INTERVAL"] = "300";
        await units.Start();
        using Api api = new(units.GrpcUrl);
        string root = await api.CreateUnit(Api.NewId("root"));
        string ward = await api.CreateUnit(Api.NewId("ward"), root);
        string measure = await api.CreateMeasure(Api.NewId("secret-measure"));
        V1.Entry entry = new() { Measure = measure, Month = "2025-03", Add = "987654321" };
        await api.Submit(ward, "r-1", entry);
        Assert.True((await api.Submit(ward, "r-1", entry)).Repeated);
        using AsyncServerStreamingCall<V1.WatchTotalsResponse> watch = api.Totals.WatchTotals(
            new V1.WatchTotalsRequest { Units = { root }, Measures = { measure }, Range = "2025-03" }, cancellationToken: TestContext.Current.CancellationToken);
        await watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken);
        await api.Submit(ward, "r-2", entry);
        await Stream(api, ward, entry);

        await Until.Becomes("every figure", () => Task.FromResult(Instruments.Except(collector.Metrics.Keys).ToArray()), missing => missing.Length == 0);
        await Until.Becomes("a repeated report", () => Task.FromResult(Has(collector, "units.reports", "repeated")), has => has);
        await Until.Becomes("a trace to the journal", () => Task.FromResult(Traces(collector, "POST /units.v1.ReportService/SubmitReport")), n => n >= 2);
        await Until.Becomes("a stream's trace to the journal", () => Task.FromResult(Traces(collector, "units.submit")), n => n >= 1);

        string document = await File.ReadAllTextAsync(Repository.File("docs/OPERATE.md"), TestContext.Current.CancellationToken);
        Assert.All(Instruments, name => Assert.Contains($"`{name}`", document, StringComparison.Ordinal));
        Assert.Equal(Instruments.Order(), collector.Metrics.Keys.Where(k => k.StartsWith("units.", StringComparison.Ordinal)).Order());
        Assert.DoesNotContain(collector.Metrics.Keys, name => Has(collector, name, "987654321") || Has(collector, name, measure));
        output.WriteLine(string.Join('\n', collector.Spans.Select(s => $"{s.Trace} {s.Name}").Distinct()));
    }

    [Fact]
    public async Task An_endpoint_that_is_none_stops_the_start_and_is_named()
    {
        await using UnitsProcess units = new();
        units.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = "collector:4317";
        await Start.IsRefused(units, "OTEL_EXPORTER_OTLP_ENDPOINT", "'collector:4317'", "http://localhost:4317");
    }

    private static async Task Stream(Api api, string ward, V1.Entry entry)
    {
        using AsyncDuplexStreamingCall<V1.SubmitReportsRequest, V1.SubmitReportsResponse> call = api.Reports.SubmitReports();
        await call.RequestStream.WriteAsync(new V1.SubmitReportsRequest { Report = Api.Report(ward, "r-3", entry) }, TestContext.Current.CancellationToken);
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        await call.RequestStream.CompleteAsync();
    }

    /// <summary>How many traces have both a span of this name and an append to the journal.</summary>
    private static int Traces(OtlpReceiver collector, string name)
    {
        ILookup<string, string> traces = collector.Spans.ToLookup(s => s.Trace, s => s.Name);
        return traces.Count(t => t.Contains(name) && t.Contains("units.journal.append"));
    }

    private static bool Has(OtlpReceiver collector, string metric, string text) =>
        collector.Metrics.TryGetValue(metric, out byte[]? message) && message.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
