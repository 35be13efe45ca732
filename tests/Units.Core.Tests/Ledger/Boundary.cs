namespace Units.Core.Tests.Ledger;

/// <summary>What happens after a report.</summary>
internal enum Boundary
{
    /// <summary>The batch goes on.</summary>
    GoOn,

    /// <summary>The batch is committed.</summary>
    Commit,

    /// <summary>It is committed, and then all pages but one are dropped.</summary>
    Trim,

    /// <summary>It is committed, and then everything is read again from the journal.</summary>
    Restart,
}
