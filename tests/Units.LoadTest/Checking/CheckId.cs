namespace Units.LoadTest.Checking;

/// <summary>What a run is checked for.</summary>
internal enum CheckId
{
    /// <summary>Each unit has the sum of what was acknowledged, and of what had an unknown outcome and is found; and within bounds while it runs.</summary>
    C1,

    /// <summary>Each unit has its own and the sum of its children.</summary>
    C2,

    /// <summary>Each acknowledged report is found with its value and sequence.</summary>
    C3,

    /// <summary>The sequences of a unit have no gap.</summary>
    C4,

    /// <summary>What a watcher is shown only gets newer, and in the end is the final total.</summary>
    C5,

    /// <summary>Nothing that was refused is in a total.</summary>
    C6,

    /// <summary>Plain SQL over the journal gives the same.</summary>
    C7,

    /// <summary>Every acknowledged target, amendment and allotment is in its journal once, holds, and rolls up.</summary>
    C8,
}
