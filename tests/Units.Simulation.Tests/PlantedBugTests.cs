using System.Reflection;
using Units.Grains.Propagation;
using Xunit;

namespace Units.Simulation;

/// <summary>The simulator is worth what it notices. Its tests run one after the other: each takes all cores for its seeds.</summary>
[Collection("simulator")]
public sealed class PlantedBugTests
{
    private const int MostSeeds = 20_000;

    /// <summary>The names of the planted bugs.</summary>
    public static TheoryData<string> Names => [.. PlantedBugs.All.Select(b => b.Name)];

    /// <summary>Decisions that no invariant depends on, with the reason.</summary>
    private static readonly Dictionary<string, string> WithoutBug = new()
    {
        [nameof(Decisions.Fences)] = "It only ends a stale activation sooner: its next confirmation would, before anything of it leaves.",
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void No_planted_bug_passes_unnoticed(string name)
    {
        Replay.SkipWhenAsked();
        PlantedBug bug = PlantedBugs.All.Single(b => b.Name == name);

        List<SimRun> runs = SeedRunner.Run(bug.Profile, 0, MostSeeds, bug.Decisions);

        Assert.True(runs[^1].Violation is not null, $"{name} passes {MostSeeds} seeds of {bug.Profile.Name}.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{name} | {bug.Profile.Name} | seed {runs[^1].Seed} | {runs[^1].Violation}");
    }

    [Fact]
    public void Every_decision_has_a_planted_bug_or_a_reason_to_have_none()
    {
        HashSet<string> planted = [.. PlantedBugs.All.SelectMany(b => b.Decisions.GetType()
            .GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(m => m.Name))];
        IEnumerable<string> decisions = typeof(Decisions)
            .GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(m => m is PropertyInfo or MethodInfo { IsSpecialName: false })
            .Select(m => m.Name);

        Assert.All(decisions, d => Assert.NotEqual(planted.Contains(d), WithoutBug.ContainsKey(d)));
    }
}
