namespace Units.Simulation;

/// <summary>A call on its way to a unit: whichever activation is there gets it, a new one where there is none.</summary>
/// <param name="unit">The unit.</param>
/// <param name="what">What it says, for the trace.</param>
/// <param name="handle">Hands it to an activation.</param>
/// <param name="isNudge">True for nudges, which must not wake a leaf.</param>
internal sealed class SimRequest(int unit, object what, Action<SimActivation> handle, bool isNudge = false) : SimMessage
{
    /// <inheritdoc/>
    public override void Arrive(Simulator sim)
    {
        if (isNudge && !sim.Store.Units[unit].IsInterior)
        {
            throw new ViolatedException($"A nudge goes to {SimCatalogue.Units[unit]}, which is a leaf");
        }

        SimActivation to = sim.Cluster.Find(unit, this);
        if (sim.IsTraced)
        {
            sim.Log($"{to} gets {this}");
        }

        handle(to);
        to.Run();
    }

    /// <inheritdoc/>
    public override string ToString() => TraceText.Of(what);
}
