using Xunit;

namespace Units.Simulation;

/// <summary>The product's machine under every profile. See <see cref="ReplayTests"/> for how to look at a seed that fails.</summary>
[Collection("simulator")]
public sealed class SimulatorTests
{
    /// <summary>How many times as many seeds a long run takes.</summary>
    private const int LongRun = 20;

    [Theory]
    [InlineData("default", 18_000)]
    [InlineData("rivals", 3_500)]
    [InlineData("losses", 3_500)]
    [InlineData("reforms", 2_500)]
    [InlineData("alone", 2_500)]
    public void Simulator_holds_every_invariant(string profile, int seeds)
    {
        Replay.SkipWhenAsked();
        bool isLong = Environment.GetEnvironmentVariable("UNITS_TESTS_FULL") == "1";
        SimRun last = SeedRunner.Run(Profiles.Named(profile), 0, isLong ? seeds * LongRun : seeds)[^1];
        Assert.True(last.Violation is null, Replay.Explain(last, $"UNITS_SIM_PROFILE={profile}"));
    }

    [Fact]
    public void Every_fault_occurs_in_at_least_a_tenth_of_the_seeds()
    {
        Replay.SkipWhenAsked();
        List<SimRun> runs = SeedRunner.Run(Profiles.Default, 0, 1_000);

        Assert.All(Enum.GetValues<Fault>(), fault => Assert.True(
            runs.Count(r => r.Faults[fault] > 0) >= runs.Count / 10,
            $"{fault} occurs in {runs.Count(r => r.Faults[fault] > 0)} of {runs.Count} seeds"));
    }

    [Fact]
    public void A_seed_takes_two_hundred_steps_and_more_before_the_faults_stop() =>
        Assert.All(Profiles.All.Concat(PlantedBugs.All.Select(b => b.Profile)), profile => Assert.InRange(profile.Steps, 200, 2_000));
}
