namespace Units.Simulation;

/// <summary>What a step can be. The names are those of the weights in <see cref="Profile"/>.</summary>
internal enum SimEvent
{
    Work,
    Report,
    Read,
    Move,
    Create,
    Crash,
    SiloDeath,
    Duplicate,
    DuplicateEnds,
    Timeout,
    Save,
    Sweep,
    Away,
}
