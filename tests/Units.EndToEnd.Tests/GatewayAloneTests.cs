using Grpc.Core;
using Units.EndToEnd.Tests.Support;
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
