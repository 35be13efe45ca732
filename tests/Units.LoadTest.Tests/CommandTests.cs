using System.Text.Json;
using Units.LoadTest.Processes;
using Units.LoadTest.SelfTest;
using Units.TestSupport;
using Xunit;

namespace Units.LoadTest.Tests;

/// <summary>The tool as a person runs it, against a real Units.</summary>
public sealed class CommandTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Simulate_is_exact_and_says_so_and_a_requirement_that_does_not_hold_is_exit_code_1()
    {
        await using SqliteFiles storage = new();
        await using ServerProcess units = await Product.Start(storage.Settings);
        string[] Load(string seconds) =>
        [
            "simulate", "--grpc", units.GrpcUrl, "--country", "3x4x5", "--measures", "6", "--entries", "6", "--months", "2", "--rate", "200",
            "--arrivals", "month-end", "--targets", "zipf", "--seconds", seconds, "--repeats", "0.05", "--corrections", "0.1", "--bad", "0.1",
            "--watchers", "4", "--sql", storage.Journal, "--json",
        ];
        (int code, string last) = await Run(Load("3"));
        using JsonDocument json = JsonDocument.Parse(last);
        Assert.Equal((0, "passed"), (code, json.RootElement.GetProperty("checker").GetString()));
        JsonElement checks = json.RootElement.GetProperty("checks");
        Assert.All(["C1", "C2", "C3", "C4", "C5", "C6", "C7"], c => Assert.True(checks.GetProperty(c).GetProperty("passed").GetBoolean()));
        Assert.True(json.RootElement.GetProperty("acknowledged").GetInt64() > 100);
        Assert.True(json.RootElement.GetProperty("repeated").GetInt64() > 0);
        Assert.True(json.RootElement.GetProperty("refused").GetInt64() > 0);
        Assert.True(json.RootElement.GetProperty("p50_seen_ms").GetDouble() > 0);

        // The country is there already; now calls instead of streams, and a requirement that cannot hold.
        (code, last) = await Run([.. Load("1"), "--unary", "--require", "p99_ack_ms<0.001"]);
        using JsonDocument again = JsonDocument.Parse(last);
        Assert.Equal((1, "passed"), (code, again.RootElement.GetProperty("checker").GetString()));
        Assert.StartsWith("p99_ack_ms is", again.RootElement.GetProperty("broken_requirements")[0].GetString(), StringComparison.Ordinal);
    }

    /// <summary>The storage under the faults of the rig; in CI the other has no time.</summary>
    public static TheoryData<string> Storages => TestRun.IsFull ? ["postgres", "sqlite"] : ["postgres"];

    [Theory]
    [MemberData(nameof(Storages))]
    public async Task The_self_test_finds_every_tampering(string storage)
    {
        (int code, string last) = await Run(["check", "--self-test", "--storage", storage, "--json"]);
        using JsonDocument json = JsonDocument.Parse(last);
        Assert.Equal((0, "passed"), (code, json.RootElement.GetProperty("self_test").GetString()));
        Assert.Equal(7, json.RootElement.GetProperty("tampered").EnumerateObject().Count(t => t.Value.GetProperty("detected").GetBoolean()));
    }

    [Theory]
    [InlineData("--entries", "21", "21 entries")]
    [InlineData("--country", "atlantis", "since-2025")]
    [InlineData("--require", "fast", "is no threshold")]
    public async Task What_cannot_be_run_is_told_with_the_value_and_exit_code_2(string option, string value, string told)
    {
        (int code, string last) = await Run(["simulate", "--grpc", "http://localhost:1", option, value]);
        Assert.Equal(2, code);
        Assert.Contains(told, last, StringComparison.Ordinal);
    }

    private Task<(int Code, string Last)> Run(string[] arguments) => LoadTool.Run(output, arguments);
}
