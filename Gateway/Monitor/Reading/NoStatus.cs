namespace Units.Gateway.Monitor.Reading;

/// <summary>Why a value has no status.</summary>
public enum NoStatus
{
    /// <summary>It has one.</summary>
    None = 0,

    /// <summary>Nothing is reported, which is not 0.</summary>
    NotReported = 1,

    /// <summary>There is no target over exactly this period.</summary>
    NoTarget = 2,

    /// <summary>The period has not begun.</summary>
    NotBegun = 3,

    /// <summary>The target is 0: nothing is a share of it.</summary>
    ZeroTarget = 4,
}
