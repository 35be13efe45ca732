using Xunit;

namespace Units.Simulation;

/// <summary>One seed again, as the environment asks for it.</summary>
internal static class Replay
{
    /// <summary>The seed that is asked for, or null.</summary>
    public static string? Seed => Environment.GetEnvironmentVariable("UNITS_SIM_SEED");

    /// <summary>Skips a test while one seed is looked at.</summary>
    public static void SkipWhenAsked() => Assert.SkipWhen(Seed is not null, "UNITS_SIM_SEED asks for one seed.");

    /// <summary>What did not hold, and how to see it happen.</summary>
    public static string Explain(SimRun run, string settings) =>
        $"Seed {run.Seed}, step {run.Steps}: {run.Violation}\nReplay it with its trace:\n"
        + $"UNITS_SIM_SEED={run.Seed} {settings} dotnet run --project tests/Units.Simulation.Tests -c Release";
}
