using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>A wait that an activation asked for.</summary>
internal readonly record struct SimWake(SimActivation By, WakeKind Kind, UnitId Parent);
