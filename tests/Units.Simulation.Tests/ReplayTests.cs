using System.Globalization;
using Xunit;

namespace Units.Simulation;

/// <summary>A seed is all it takes to see a run again.</summary>
public sealed class ReplayTests
{
    [Fact]
    public void The_seed_of_the_environment_is_replayed_with_its_trace()
    {
        string? seed = Environment.GetEnvironmentVariable("UNITS_SIM_SEED");
        Assert.SkipWhen(seed is null, "Set UNITS_SIM_SEED, and UNITS_SIM_PROFILE or UNITS_SIM_BUG, to see one run.");
        Profile profile = Profiles.Named(Environment.GetEnvironmentVariable("UNITS_SIM_PROFILE") ?? "default");
        Trace trace = new();
        SimRun run = SimRun.Of(ulong.Parse(seed!, CultureInfo.InvariantCulture), profile, null, trace);
        foreach (string line in trace.Lines)
        {
            Console.WriteLine(line);
        }

        Assert.True(run.Violation is null, run.Violation);
    }
}
