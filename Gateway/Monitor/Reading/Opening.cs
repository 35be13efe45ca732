namespace Units.Gateway.Monitor.Reading;

/// <summary>Why a map opens on the indicator that it does, the better reason later.</summary>
internal enum Opening
{
    /// <summary>Nobody is late by any: by it the units stand most unlike.</summary>
    Varied = 0,

    /// <summary>Somebody is late by it.</summary>
    LateBelow = 1,

    /// <summary>The unit itself is late by it, and those below are told apart.</summary>
    Late = 2,
}
