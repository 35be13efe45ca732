namespace Units.Grains.Storage;

/// <summary>What became of an append.</summary>
internal enum AppendStatus
{
    /// <summary>Durable, now or by an earlier attempt with the same batch id.</summary>
    Committed = 0,

    /// <summary>No answer: it may be durable, be on its way, or never have arrived.</summary>
    Unknown = 1,

    /// <summary>Another batch is at this place, or the epoch is no longer the writer's. Nothing was written.</summary>
    Conflict = 2,

    /// <summary>Reports of the batch are known already. Nothing was written.</summary>
    Repeated = 3,

    /// <summary>The tree is not the one on which a move was judged. Nothing was written.</summary>
    TreeChanged = 4,

    /// <summary>Months were closed or opened since the batch was judged. Nothing was written.</summary>
    ClosuresChanged = 5,
}
