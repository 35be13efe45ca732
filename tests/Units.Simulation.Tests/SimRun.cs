using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>What became of a seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Violation">The invariant that did not hold, or null.</param>
/// <param name="Steps">How far it came.</param>
/// <param name="Faults">What went wrong in it.</param>
internal sealed record SimRun(ulong Seed, string? Violation, int Steps, FaultCounts Faults)
{
    /// <summary>Runs a seed.</summary>
    public static SimRun Of(ulong seed, Profile profile, Decisions? decisions = null, Trace? trace = null)
    {
        Simulator sim = new(seed, profile, decisions ?? Decisions.Product, trace);
        try
        {
            sim.Run();
            return new SimRun(seed, null, sim.Step, sim.Faults);
        }
        catch (ViolatedException e)
        {
            return new SimRun(seed, e.Message, sim.Step, sim.Faults);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or ArgumentException or NullReferenceException or OverflowException)
        {
            // The host would end the activation and go on; it is a defect all the same.
            return new SimRun(seed, $"The machine broke: {e}", sim.Step, sim.Faults);
        }
    }
}
