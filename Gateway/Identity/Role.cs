namespace Units.Gateway.Identity;

/// <summary>What a caller is there for; one may have several. In a token and in settings by their names in lower case.</summary>
[Flags]
internal enum Role
{
    /// <summary>None that is known here.</summary>
    None = 0,

    /// <summary>Sends reports.</summary>
    Reporter = 1,

    /// <summary>Creates units, sets targets, closes months.</summary>
    Planner = 2,

    /// <summary>Reads.</summary>
    Viewer = 4,

    /// <summary>Runs the installation: creates units, measures and indicators.</summary>
    Operator = 8,

    /// <summary>Every one of them.</summary>
    All = Reporter | Planner | Viewer | Operator,
}
