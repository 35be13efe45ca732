using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Units.Simulation;

/// <summary>
/// The product's machine under every profile. See <see cref="ReplayTests"/> for how to look at a seed that fails. <c>UNITS_SIM_SEEDS=1000000</c> shares so many
/// seeds out to the profiles, others than those of every run, and says how long they took.
/// </summary>
[Collection("simulator")]
public sealed class SimulatorTests(ITestOutputHelper output)
{
    // Where the seeds begin that no ordinary run has.
    private const ulong Others = 1_000_000;

    // What ran in a batch is kept until the batch is over.
    private const int Batch = 10_000;

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
        bool isAsked = int.TryParse(Environment.GetEnvironmentVariable("UNITS_SIM_SEEDS"), CultureInfo.InvariantCulture, out int asked);
        int count = isAsked ? asked / Profiles.All.Count : isLong ? seeds * LongRun : seeds;
        long begun = Stopwatch.GetTimestamp();
        for (int done = 0; done < count; done += Batch)
        {
            SimRun last = SeedRunner.Run(Profiles.Named(profile), (isAsked ? Others : 0) + (ulong)done, Math.Min(Batch, count - done))[^1];
            Assert.True(last.Violation is null, Replay.Explain(last, $"UNITS_SIM_PROFILE={profile}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} seeds in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s"));
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
