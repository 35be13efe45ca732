using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>Every activation of a unit gets the same epoch.</summary>
internal sealed record FixedEpoch : Effect.TakeEpoch;
