namespace Units.Simulation;

/// <summary>A call that somebody waits for.</summary>
/// <param name="owner">The activation that waits; null for a client.</param>
internal abstract class SimCall(SimActivation? owner)
{
    /// <summary>True while it is waited for.</summary>
    public bool IsOpen { get; protected set; } = true;

    /// <summary>The step at which it set out.</summary>
    public int Since { get; set; }

    /// <summary>True when nobody is there to wait.</summary>
    public bool IsAbandoned => owner is { IsAlive: false };

    /// <summary>The activation that waits.</summary>
    protected SimActivation? Owner => owner;

    /// <summary>The caller stops waiting.</summary>
    public abstract void TimeOut();

    /// <inheritdoc/>
    public override string ToString() => owner?.ToString() ?? "a client";
}
