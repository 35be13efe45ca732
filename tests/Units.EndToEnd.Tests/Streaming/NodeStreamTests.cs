using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Units.EndToEnd.Tests.Kills;
using Units.EndToEnd.Tests.Support;
using Xunit;

namespace Units.EndToEnd.Tests.Streaming;

/// <summary>A client in JavaScript streams 10,000 reports with 5 % repeats, is cut off at random, resumes, and every total is exact.</summary>
public sealed class NodeStreamTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_connection_that_is_cut_five_times_loses_and_doubles_nothing()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        await using TcpRelay relay = new(new Uri(units.GrpcUrl).Port);
        await Stream(units, relay.Port, cuts: 5, () =>
        {
            relay.Cut();
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_process_that_is_killed_in_the_middle_loses_and_doubles_nothing()
    {
        await using UnitsProcess units = await UnitsProcess.Started();
        await Stream(units, new Uri(units.GrpcUrl).Port, cuts: 1, async () =>
        {
            await units.Kill();
            await units.Start();
        });
    }

    private async Task Stream(UnitsProcess units, int port, int cuts, Func<Task> cut)
    {
        int seed = Random.Shared.Next();
        Random random = new(seed);
        using Api api = new(units.GrpcUrl);
        StreamedCountry country = await StreamedCountry.Create(api, random);
        using NodeProgram node = await NodeProgram.Install();
        string file = Path.Combine(node.Directory, "reports.json");
        await File.WriteAllTextAsync(file, country.Json, TestContext.Current.CancellationToken);

        // The marks are hundreds of answers, far enough from the end that a cut hits something.
        Queue<int> marks = new(Enumerable.Range(0, cuts).Select(_ => random.Next(1, 90) * 100).Order());
        List<Task> cutting = [];
        bool isCut = false;
        long start = Stopwatch.GetTimestamp();
        string said = await node.Run("node", line =>
        {
            isCut &= !line.StartsWith("cut off", StringComparison.Ordinal);
            if (!isCut && marks.Count > 0 && line.StartsWith("answered ", StringComparison.Ordinal)
                && int.Parse(line["answered ".Length..], CultureInfo.InvariantCulture) >= marks.Peek())
            {
                marks.Dequeue();
                isCut = true;
                cutting.Add(cut());
            }
        }, "stream.js", $"localhost:{port}", NodeProgram.Protos, "reports.json");
        await Task.WhenAll(cutting);

        using JsonDocument counts = JsonDocument.Parse(said.Split('\n')[^1]);
        int answered = counts.RootElement.GetProperty("answered").GetInt32();
        output.WriteLine($"seed {seed}: {said.Split('\n')[^1]} in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        Assert.True(counts.RootElement.GetProperty("cuts").GetInt32() >= cuts);
        Assert.Equal(0, counts.RootElement.GetProperty("refused").GetInt32());
        Assert.Equal(StreamedCountry.Reports, answered);
        await country.IsExact(api);
        await units.Stop();
        using JournalSql journal = new(units.Data);
        Assert.Empty(journal.Gaps());
        Assert.Equal(StreamedCountry.Reports - StreamedCountry.Repeats, journal.Reports().Count);
    }
}
