using System.Diagnostics;
using Units.LoadTest.Checking;

namespace Units.LoadTest.Load;

/// <summary>What is measured beside the log while a run sends, the warm-up included.</summary>
/// <param name="GeneratorCores">How many processors this process kept busy.</param>
/// <param name="ServerCores">How many the processes behind the gateways' ports kept busy; null where these run elsewhere.</param>
/// <param name="UpdatesPerSecond">Totals that were shown to all watchers in a second.</param>
internal sealed record Meters(double GeneratorCores, double? ServerCores, double UpdatesPerSecond)
{
    /// <summary>Measures while something runs.</summary>
    public static async Task<Meters> While(Evidence evidence, Func<Task> run)
    {
        LocalServer server = LocalServer.Of(evidence.Plan.Gateways);
        double own = Own();
        double? its = server.ProcessorSeconds;
        long shown = Shown();
        long start = Stopwatch.GetTimestamp();
        await run();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Meters((Own() - own) / seconds, (server.ProcessorSeconds - its) / seconds, (Shown() - shown) / seconds);

        long Shown() => evidence.Watchers.Sum(w => w.Messages);
        static double Own() => Environment.CpuUsage.TotalTime.TotalSeconds;
    }
}
