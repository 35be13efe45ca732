using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Units.EndToEnd.Tests.Support;
using Units.Silo.SampleData;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>The gateway as a process of its own, a client of the silo.</summary>
public sealed class GatewayAloneTests
{
    private const string Month = "2025-07";

    [Fact]
    public async Task A_report_through_either_gateway_is_counted_once_and_read_through_both()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        await using GatewayProcess gateway = new(units.GatewayPort);
        await gateway.Ready();
        using Api silo = new(units.GrpcUrl);
        using Api alone = new(gateway.GrpcUrl);
        string root = await alone.CreateUnit(Api.NewId("root"));
        string leaf = await alone.CreateUnit(Api.NewId("leaf"), root);
        string measure = await alone.CreateMeasure(Api.NewId("measure"));
        V1.Entry two = new() { Measure = measure, Month = Month, Add = "2" };

        V1.SubmitReportResponse first = await alone.Submit(leaf, "r-1", two);
        V1.SubmitReportResponse again = await silo.Submit(leaf, "r-1", two);
        V1.SubmitReportResponse second = await silo.Submit(leaf, "r-2", two);

        Assert.Equal((1, 1, 2), (first.Receipt.Sequence, again.Receipt.Sequence, second.Receipt.Sequence));
        Assert.Equal((false, true, false), (first.Repeated, again.Repeated, second.Repeated));
        await Holds(alone, leaf, measure, "4");
        await Holds(silo, leaf, measure, "4");
        await Holds(alone, root, measure, "4");
        await Holds(silo, root, measure, "4");
    }

    [Fact]
    public async Task Every_call_works_between_two_processes()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        await using GatewayProcess gateway = new(units.GatewayPort);
        await gateway.Ready();
        using Api alone = new(gateway.GrpcUrl);
        SampleSet sample = SampleReader.Read(SampleReader.ShippedDirectory);
        using (GrpcChannel channel = GrpcChannel.ForAddress(gateway.GrpcUrl))
        {
            SampleDataOptions options = new() { Address = () => new Uri(gateway.GrpcUrl) };
            SampleDataClient client = new(channel, options, TimeProvider.System, NullLogger.Instance);
            Assert.Equal(new SampleDataResult(sample.Reports.Count, 0, 0), await client.Send(sample, TestContext.Current.CancellationToken));
        }

        foreach (PublishedFigure figure in sample.Published)
        {
            await alone.ReadTotals(
                new V1.GetTotalsRequest { Unit = figure.Unit, Range = figure.Period, Indicators = { figure.Indicator } },
                t => t.Indicators[0].Value.Length > 0 && t.Indicators[0].Numerator == (figure.Numerator ?? t.Indicators[0].Numerator));
        }

        CallOptions patient = new(deadline: Api.In(Until.Limit));
        V1.AssignTargetRequest target = new()
        {
            Unit = "cam-pha",
            Source = Api.Source,
            RequestId = "t-1",
            Indicator = "online-dossier-share",
            Range = "2019-01/2019-07",
            Bound = V1.Bound.AtLeast,
            Value = "20",
        };
        Assert.False((await alone.Plan.AssignTargetAsync(target, patient)).Repeated);
        V1.GetTotalsResponse attained = await alone.ReadTotals(
            new V1.GetTotalsRequest { Unit = "cam-pha", Range = target.Range, Indicators = { target.Indicator }, Measures = { "online-dossiers" }, ByCategory = true });
        Assert.Equal(("26.94", true), (attained.Indicators[0].Value, Assert.Single(attained.Indicators[0].Targets).Met));
        V1.CompareChildrenRequest compare = new() { Unit = "cam-pha", Indicator = target.Indicator, Range = target.Range };
        Assert.Equal(
            ["cam-pha-communes-wards", "cam-pha-public-administration-centre"],
            (await alone.Totals.CompareChildrenAsync(compare, patient)).Children.Where(c => c.Rank > 0).Select(c => c.Unit));

        V1.SubmitReportRequest mixed = Api.Report("cam-pha", "mixed", new V1.Entry { Measure = "procedures", Month = "2018-08", Set = "300" },
            new V1.Entry { Measure = "procedures", Month = "2018-08", Set = "1.5" });
        mixed.AllOrNothing = false;
        V1.Receipt receipt = (await alone.Reports.SubmitReportAsync(mixed, patient)).Receipt;
        Assert.Equal([V1.EntryOutcome.Accepted, V1.EntryOutcome.Refused], receipt.Entries.Select(e => e.Outcome));
        V1.GetReceiptRequest again = new() { Unit = "cam-pha", Source = Api.Source, ReportId = "mixed" };
        Assert.Equal(receipt, (await alone.Reports.GetReceiptAsync(again, patient)).Receipt);
        mixed.Entries[0].Set = "299";
        Refusal? conflict = await Refusal.Of(alone.Reports.SubmitReportAsync(mixed, patient).ResponseAsync);
        Assert.Equal((StatusCode.AlreadyExists, "REPORT_ID_REUSED"), (conflict?.Status, conflict?.Reason));

        V1.FindUnitsRequest find = new() { Scheme = "vn.gso", Value = "195", AsOf = "2019-07-01" };
        Assert.Equal("cam-pha", Assert.Single((await alone.Units.FindUnitsAsync(find, patient)).Units).Id);
        Assert.Equal(sample.Units.Count, (await alone.ListUnits()).Count);
        Assert.Equal(sample.Measures.Count, (await alone.Catalog.ListMeasuresAsync(new V1.ListMeasuresRequest { PageSize = 1_000 }, patient)).Measures.Count);
        Assert.Equal(
            sample.Indicators.Count, (await alone.Catalog.ListIndicatorsAsync(new V1.ListIndicatorsRequest { PageSize = 1_000 }, patient)).Indicators.Count);
    }

    [Fact]
    public async Task It_may_start_before_its_silo_and_outlives_a_killed_one()
    {
        await using UnitsProcess units = new();
        await using GatewayProcess gateway = new(units.GatewayPort);
        await units.Start();
        await gateway.Ready();
        using Api alone = new(gateway.GrpcUrl);
        string unit = await alone.CreateUnit(Api.NewId("unit"));
        string measure = await alone.CreateMeasure(Api.NewId("measure"));
        V1.Entry two = new() { Measure = measure, Month = Month, Add = "2" };
        await alone.Submit(unit, "r-1", two);

        await units.Kill();
        Refusal? refusal = await Refusal.Of(alone.Submit(unit, "r-2", two));
        Assert.True(refusal?.Status is StatusCode.Unavailable or StatusCode.DeadlineExceeded, $"without a silo it said {refusal}");
        await units.Start();
        await gateway.Ready();
        await Until.Becomes("the report to be acknowledged", () => Refusal.Of(alone.Submit(unit, "r-2", two)), refused => refused is null);

        await Holds(alone, unit, measure, "4");
    }

    [Theory]
    [InlineData("70000")]
    [InlineData("-1")]
    [InlineData("gateway")]
    public async Task A_wrong_port_of_the_silo_stops_its_start_with_a_message(string port)
    {
        await using GatewayProcess gateway = new(port);

        Assert.Equal(1, await gateway.WaitForEnd());
        Assert.Contains("does not start", gateway.Output, StringComparison.Ordinal);
        Assert.Contains($"Units:Silo:GatewayPort (environment: Units__Silo__GatewayPort) is '{port}'", gateway.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", gateway.Output, StringComparison.Ordinal);
    }

    private static async Task Holds(Api api, string unit, string measure, string expected)
    {
        V1.GetTotalsResponse totals = await api.ReadTotals(
            new V1.GetTotalsRequest { Unit = unit, Range = Month, Measures = { measure } }, t => t.Measures[0].Value == expected);
        Assert.Equal(expected, totals.Measures[0].Value);
    }
}
