namespace Units.Simulation;

/// <summary>Something on its way.</summary>
internal abstract class SimMessage
{
    /// <summary>The step before which it does not arrive.</summary>
    public int NotBefore { get; set; }

    /// <summary>It arrives.</summary>
    public abstract void Arrive(Simulator sim);
}
