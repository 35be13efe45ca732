namespace Units.LoadTest.Contenders;

/// <summary>What is compared: five ways to hold the exact totals of a tree of units behind one gRPC contract, on PostgreSQL.</summary>
internal enum ContenderKind
{
    /// <summary>A row trigger adds every entry to its unit and all above, one transaction a report.</summary>
    Trigger,

    /// <summary>Group commit in the gateway, one aggregated upsert for each ancestor's cell and batch.</summary>
    Expert,

    /// <summary>Group commit that only appends; a roller folds what is new into the totals.</summary>
    Roller,

    /// <summary>A grain for each unit that writes its whole state at every report.</summary>
    Naive,

    /// <summary>The product: the published silo with its gateway.</summary>
    Units,
}
