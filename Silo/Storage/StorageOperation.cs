namespace Units.Silo.Storage;

/// <summary>What a query is for; the counters are kept by it.</summary>
internal enum StorageOperation
{
    /// <summary>One batch of one unit.</summary>
    Append,

    /// <summary>A transaction of the writer around everything in it.</summary>
    Commit,

    /// <summary>An epoch taken.</summary>
    TakeEpoch,

    /// <summary>A unit, measure or indicator added.</summary>
    RegistryAdd,

    /// <summary>The registry loaded.</summary>
    RegistryLoad,

    /// <summary>A page of the monitor kept.</summary>
    KeptPageAdd,

    /// <summary>A kept page of the monitor found.</summary>
    KeptPageFind,

    /// <summary>Head and edges of a unit.</summary>
    Head,

    /// <summary>Epochs of many units.</summary>
    Epochs,

    /// <summary>A unit and its children: the sweep's query.</summary>
    Children,

    /// <summary>Pages of a ledger.</summary>
    Pages,

    /// <summary>Receipts of known reports.</summary>
    Receipts,

    /// <summary>What is above a would-be parent.</summary>
    Tree,

    /// <summary>The months that are closed for a unit.</summary>
    Closures,

    /// <summary>The steps of a unit's plans.</summary>
    Plans,

    /// <summary>A page of a journal.</summary>
    Entries,

    /// <summary>Sums of journals, for a proof.</summary>
    Sums,

    /// <summary>Where the sweep begins.</summary>
    Roots,

    /// <summary>Whether the database answers.</summary>
    Ping,
}
