namespace Units.Simulation;

/// <summary>An invariant does not hold.</summary>
internal sealed class ViolatedException(string message) : Exception(message);
