namespace Units;

/// <summary>Who set a target. One unit, indicator and range may have one target of each. The numbers are stored.</summary>
public enum Tier : byte
{
    /// <summary>Assigned by the superior (cấp trên giao).</summary>
    Assigned = 0,

    /// <summary>Set by the people's council (HĐND giao).</summary>
    Council = 1,

    /// <summary>The congress resolution's (nghị quyết đại hội).</summary>
    Resolution = 2,

    /// <summary>Above the plan (phấn đấu).</summary>
    Stretch = 3,
}
