namespace Units.Grains.Propagation;

/// <summary>What the machine waits a while for. How long is the host's to say.</summary>
internal enum WakeKind
{
    /// <summary>The flush gap after an acknowledged push: what changes meanwhile goes in one message.</summary>
    PushGap = 0,

    /// <summary>A push was lost or the parent was busy.</summary>
    PushAgain = 1,

    /// <summary>Children that are not yet in step are nudged again.</summary>
    NudgeAgain = 2,

    /// <summary>An append whose outcome is unknown goes again.</summary>
    AppendAgain = 3,

    /// <summary>Reads and watches have waited long enough, for the unit to be in step or for something newer.</summary>
    ReadsWaited = 4,
}
