using Units.LoadTest.Checking;
using Units.LoadTest.Countries;
using Units.LoadTest.Load;
using Units.LoadTest.Output;
using Units.LoadTest.Processes;
using Units.LoadTest.SelfTest;
using Xunit;

namespace Units.LoadTest.Tests;

/// <summary>A gateway that dies in the middle of a run.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const long ReportsBeforeKill = 500;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reports_under_way_at_a_kill_have_an_unknown_outcome_and_count_where_they_are_found(bool streamed)
    {
        await using SqliteFiles storage = new();
        await using ServerProcess units = await Product.Start(storage.Settings);
        LoadPlan plan = new()
        {
            Gateways = [units.GrpcUrl],
            Country = SyntheticCountry.Of(3, 4, 5),
            Measures = 4,
            Streamed = streamed,
            Arrivals = ArrivalKind.Max,
            InFlight = 200,
            Duration = TimeSpan.FromSeconds(8),
            Repeats = 0.05,
            Corrections = 0.1,
            Bad = 0.05,
            Watchers = 2,
            Plans = true,
        };
        Task? restart = null;
        LoadResult result = await LoadRun.Run(plan, new CheckPlan { Journal = storage.Journal }, new ImmediateProgress(p =>
        {
            output.WriteLine(p.ToString());
            restart ??= p.Acknowledged >= ReportsBeforeKill ? units.KillAndRestart() : null;
        }));

        Assert.NotNull(restart);
        await restart;
        Assert.All(result.Checks.Results, r => Assert.True(r.Passed, $"{r.Id}: {string.Join('\n', r.Faults)}"));
        Assert.True(result.Figures.Unknown > 0);
        output.WriteLine($"{result.Figures.Unknown} unknown, {result.Checks.FoundCount} of them found, {result.Checks.LostCount} lost");
    }
}
