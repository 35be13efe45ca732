using System.Diagnostics;
using Xunit;

namespace Units.Simulation;

public sealed class PlantedBugTests
{
    [Fact]
    public void No_planted_bug_passes_unnoticed()
    {
        foreach (PlantedBug bug in PlantedBugs.All.Where(b => (Environment.GetEnvironmentVariable("BUG") ?? b.Name).Contains(b.Name)))
        {
            Stopwatch watch = Stopwatch.StartNew();
            List<SimRun> runs = SeedRunner.Run(bug.Profile, 0, 20000, bug.Decisions);
            Console.WriteLine($"{bug.Name} | {bug.Profile.Name} | {runs.Count} | {watch.Elapsed.TotalSeconds:F1} | {runs[^1].Violation}");
        }
    }
}
