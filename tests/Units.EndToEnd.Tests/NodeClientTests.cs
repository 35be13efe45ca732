using System.Diagnostics;
using System.Text.Json;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests;

/// <summary>A client in another language, built from the proto files with that language's own gRPC.</summary>
public sealed class NodeClientTests
{
    private static readonly string[] Files = ["package.json", "package-lock.json", "client.js"];

    [Fact]
    public async Task A_client_in_JavaScript_sends_a_report_and_reads_the_total()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        using Api api = new(units.GrpcUrl);
        string unit = await api.CreateUnit(Api.NewId("unit"));
        string measure = await api.CreateMeasure(Api.NewId("measure"), scale: 1);
        using TestDirectory directory = new();
        foreach (string file in Files)
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Node", file), directory.File(file));
        }

        await Run(directory.Path, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        string answer = await Run(
            directory.Path, "node", "client.js", units.GrpcUrl["http://".Length..], Path.Combine(AppContext.BaseDirectory, "Protos"), unit, measure, "node-1");

        using JsonDocument said = JsonDocument.Parse(answer);
        Assert.Equal(
            ("ENTRY_OUTCOME_ACCEPTED", "1", true, "1", "INVALID_ARGUMENT", "1234.5"),
            (Text("outcome"), Text("sequence"), said.RootElement.GetProperty("repeated").GetBoolean(), Text("repeatedSequence"), Text("refused"), Text("total")));
        V1.GetTotalsResponse totals = await api.ReadTotals(new V1.GetTotalsRequest { Unit = unit, Measures = { measure }, Range = "2025-07" });
        Assert.Equal("1234.5", totals.Measures[0].Value);

        string? Text(string property) => said.RootElement.GetProperty(property).GetString();
    }

    private static async Task<string> Run(string directory, string command, params string[] arguments)
    {
        ProcessStartInfo start = new(command, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            await Until.Ends($"the end of {command}", Task.WhenAll(output, errors, process.WaitForExitAsync()), TimeSpan.FromMinutes(3));
            Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}:\n{await output}\n{await errors}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
