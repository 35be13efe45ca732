using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>A wrong decision, with the profile under which it is soon noticed.</summary>
/// <param name="Decisions">The decision.</param>
/// <param name="Profile">The profile.</param>
internal sealed record PlantedBug(Decisions Decisions, Profile Profile)
{
    /// <summary>What it is called.</summary>
    public string Name => Decisions.GetType().Name;
}
