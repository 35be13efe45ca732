using Units.Grains.Propagation;

namespace Units.Simulation;

/// <summary>The epoch is read, then raised where it still is what was read; where that is not answered it is read again.</summary>
internal sealed record CompareAndSetEpoch : Effect.TakeEpoch;
