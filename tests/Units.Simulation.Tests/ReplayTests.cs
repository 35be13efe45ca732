using System.Globalization;
using Units.Grains.Propagation;
using Xunit;

namespace Units.Simulation;

/// <summary>
/// A seed is all it takes to see a run again:
/// <c>UNITS_SIM_SEED=123 UNITS_SIM_PROFILE=default dotnet run --project tests/Units.Simulation.Tests -c Release</c>,
/// or with <c>UNITS_SIM_BUG=NoEpoch</c> for a planted bug under its own profile. It writes one line an event.
/// </summary>
[Collection("simulator")]
public sealed class ReplayTests
{
    [Fact]
    public void The_seed_of_the_environment_or_the_first_is_replayed_with_its_trace()
    {
        string? bugName = Environment.GetEnvironmentVariable("UNITS_SIM_BUG");
        PlantedBug? bug = bugName is null ? null : PlantedBugs.All.Single(b => b.Name == bugName);
        Profile profile = bug?.Profile ?? Profiles.Named(Environment.GetEnvironmentVariable("UNITS_SIM_PROFILE") ?? "default");

        Trace trace = new();
        SimRun run = SimRun.Of(ulong.Parse(Replay.Seed ?? "0", CultureInfo.InvariantCulture), profile, bug?.Decisions, trace);
        Assert.True(trace.Lines.Count > 100, "a trace has a line an event");
        foreach (string line in Replay.Seed is null ? [] : trace.Lines)
        {
            Console.WriteLine(line);
        }

        Assert.True(run.Violation is null, run.Violation);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("rivals")]
    [InlineData("reforms")]
    public void A_seed_replays_to_the_same_trace(string profile)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            Trace first = new();
            Trace second = new();
            SimRun.Of(seed, Profiles.Named(profile), Decisions.Product, first);
            SimRun.Of(seed, Profiles.Named(profile), Decisions.Product, second);

            Assert.True(first.Lines.Count > 100);
            Assert.Equal(first.Lines, second.Lines);
        }
    }
}
