using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>Runs seeds on all cores. Each seed is on its own, so that the order in which they run decides nothing.</summary>
internal static class SeedRunner
{
    /// <summary>Runs seeds from the first one on; the runs, in the order of their seeds, none after the first that fails.</summary>
    public static List<SimRun> Run(Profile profile, ulong first, int count, Decisions? decisions = null)
    {
        SimRun?[] runs = new SimRun?[count];
        int next = -1;
        int firstBad = count;
        void RunSome()
        {
            for (int i = Interlocked.Increment(ref next); i < Volatile.Read(ref firstBad); i = Interlocked.Increment(ref next))
            {
                SimRun run = SimRun.Of(first + (ulong)i, profile, decisions);
                runs[i] = run;
                for (int seen = Volatile.Read(ref firstBad); run.Violation is not null && i < seen; seen = Volatile.Read(ref firstBad))
                {
                    Interlocked.CompareExchange(ref firstBad, i, seen);
                }
            }
        }

        Parallel.Invoke([.. Enumerable.Repeat(RunSome, Environment.ProcessorCount)]);
        return [.. runs.Take(Math.Min(count, firstBad + 1)).OfType<SimRun>()];
    }
}
