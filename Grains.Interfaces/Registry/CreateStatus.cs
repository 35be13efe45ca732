namespace Units;

/// <summary>What became of a creation.</summary>
public enum CreateStatus
{
    /// <summary>Created now.</summary>
    Created = 0,

    /// <summary>It exists with the same content: nothing to do.</summary>
    AlreadyThere = 1,

    /// <summary>The id exists with other content, which is returned.</summary>
    OtherContent = 2,

    /// <summary>Something that it names does not exist.</summary>
    MissingReference = 3,

    /// <summary>Storage does not answer; repeat it.</summary>
    Unavailable = 4,
}
