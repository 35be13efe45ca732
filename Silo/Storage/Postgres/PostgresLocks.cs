namespace Units.Silo.Storage;

/// <summary>How writers keep out of each other's way, over all silos on one database.</summary>
/// <remarks>
/// Appends of different units go side by side: each transaction takes the lock shared, reads the revisions, and is judged by them. What changes
/// who may write or what may be written (an epoch, an edge, a closed month) takes it alone: it waits for the appends under way, and those
/// that come after see what it did. Without it an append could be judged by an epoch that is raised before it commits.
/// </remarks>
internal static class PostgresLocks
{
    /// <summary>Bounds how long one statement of a transaction that writes may take, a copy that waits for its rows among them: whoever was cut
    /// off in the middle of one would hold the lock for hours, until TCP gives up.</summary>
    public const string Patience = "SET LOCAL statement_timeout = 5000";

    /// <summary>Beside others, until the transaction ends.</summary>
    public const string Shared = $"SELECT pg_advisory_xact_lock_shared({Key})";

    /// <summary>Alone, until the transaction ends.</summary>
    public const string Alone = $"SELECT pg_advisory_xact_lock({Key})";

    /// <summary>One migration at a time, until the transaction ends.</summary>
    public const string Migration = "SELECT pg_advisory_xact_lock(1433758004, 2)";

    // "Unit" in ASCII, so that it is not taken for somebody else's lock.
    private const string Key = "1433758004, 1";
}
