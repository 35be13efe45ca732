using System.Text.Json;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>A client in another language, built from the proto files with that language's own gRPC.</summary>
public sealed class NodeClientTests
{
    [Fact]
    public async Task A_client_in_JavaScript_sends_a_report_and_reads_the_total()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        using Api api = new(units.GrpcUrl);
        string unit = await api.CreateUnit(Api.NewId("unit"));
        string measure = await api.CreateMeasure(Api.NewId("measure"), scale: 1);
        using NodeProgram node = await NodeProgram.Install();
        string answer = await node.Run("node", null, "client.js", units.GrpcUrl["http://".Length..], NodeProgram.Protos, unit, measure, "node-1");

        using JsonDocument said = JsonDocument.Parse(answer);
        Assert.Equal(
            ("ENTRY_OUTCOME_ACCEPTED", "1", true, "1", "INVALID_ARGUMENT", "1234.5"),
            (Text("outcome"), Text("sequence"), said.RootElement.GetProperty("repeated").GetBoolean(), Text("repeatedSequence"), Text("refused"), Text("total")));
        V1.GetTotalsResponse totals = await api.ReadTotals(new V1.GetTotalsRequest { Unit = unit, Measures = { measure }, Range = "2025-07" });
        Assert.Equal("1234.5", totals.Measures[0].Value);

        string? Text(string property) => said.RootElement.GetProperty(property).GetString();
    }

    [Fact]
    public async Task A_client_in_JavaScript_takes_the_service_config_and_tries_again_as_it_says()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        using Api api = new(units.GrpcUrl);
        string unit = await api.CreateUnit(Api.NewId("unit"));
        string measure = await api.CreateMeasure(Api.NewId("measure"));
        using NodeProgram node = await NodeProgram.Install();

        string answer = await node.Run(
            "node", null, "service-config.js", units.GrpcUrl["http://".Length..], NodeProgram.Protos, units.HttpUrl + "/grpc/service-config.json", unit, measure);

        Assert.Equal("""{"sequence":"1","total":"7","SubmitReport":3,"GetTotals":2}""", answer.Trim());
    }
}
