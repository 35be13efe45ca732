using System.Diagnostics;
using System.Text.Json;
using Units.LoadTest.Processes;
using Xunit;

namespace Units.LoadTest.Tests.Chaos;

/// <summary>The short version of the fault rig, as a person runs it: real processes, a real PostgreSQL, each process fault once.</summary>
[Collection(Alone.Name)]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Whatever_process_is_killed_or_frozen_nothing_acknowledged_is_lost_or_doubled_and_every_total_is_exact()
    {
        using Process process = Process.Start(ServerProcess.Command("Units.LoadTest.dll", "chaos", "--json"))!;
        Task<string> reading = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string said;
        try
        {
            said = await reading.WaitAsync(Patience, TimeProvider.System);
            await process.WaitForExitAsync();
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        output.WriteLine(said);
        output.WriteLine(await errors);
        using JsonDocument json = JsonDocument.Parse(said.TrimEnd().Split('\n')[^1]);
        JsonElement result = json.RootElement;
        Assert.Equal((0, 0, 0), (Number("lost"), Number("doubled"), Number("mismatched")));
        Assert.True(Number("acknowledged") > 10_000);
        Assert.Equal(0, result.GetProperty("left_out").GetArrayLength());
        Assert.Equal(
            [
                "PostgreSQL: frozen 10 s", "PostgreSQL: immediate stop", "PostgreSQL: kill -9", "a silo frozen until declared dead, then thawed",
                "kill -9 of a gateway", "kill -9 of a silo",
            ],
            result.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("fault").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(0, process.ExitCode);

        int Number(string name) => result.GetProperty(name).GetInt32();
    }
}
