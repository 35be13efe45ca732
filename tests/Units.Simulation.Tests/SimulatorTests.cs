using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Units.Simulation;

public sealed class SimulatorTests
{
    [Fact]
    public void Simulator_holds_every_invariant()
    {
        int count = int.Parse(Environment.GetEnvironmentVariable("N") ?? "1000", CultureInfo.InvariantCulture);
        ulong from = ulong.Parse(Environment.GetEnvironmentVariable("FROM") ?? "0", CultureInfo.InvariantCulture);
        Stopwatch watch = Stopwatch.StartNew();
        List<SimRun> runs = SeedRunner.Run(Profiles.Default, from, count);
        Console.WriteLine($"{runs.Count} seeds in {watch.Elapsed}, {runs.Average(r => r.Steps)} steps");
        foreach (Fault f in Enum.GetValues<Fault>())
        {
            Console.WriteLine($"{f} {runs.Count(r => r.Faults[f] > 0) * 100 / runs.Count}%");
        }

        SimRun? bad = runs.FirstOrDefault(r => r.Violation is not null);
        Assert.True(bad is null, $"seed {bad?.Seed}: {bad?.Violation}");
    }
}
