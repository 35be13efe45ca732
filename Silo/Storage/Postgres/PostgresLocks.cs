namespace Units.Silo.Storage;

/// <summary>How writers keep out of each other's way, over all silos on one database.</summary>
/// <remarks>
/// Appends of different units go side by side: each transaction takes the lock shared, reads the revisions, and is judged by them. What changes
/// who may write or what may be written (an epoch, an edge, a closed month) takes it alone: it waits for the appends under way, and those
/// that come after see what it did. Without it an append could be judged by an epoch that is raised before it commits.
/// </remarks>
internal static class PostgresLocks
{
    /// <summary>Beside others, until the transaction ends.</summary>
    public const string Shared = $"SELECT pg_advisory_xact_lock_shared({Key})";

    /// <summary>Alone, until the transaction ends.</summary>
    public const string Alone = $"SELECT pg_advisory_xact_lock({Key})";

    /// <summary>Ends the sessions that have had the lock for over two seconds and of which the server waits for the next word: whoever had them is frozen, cut
    /// off or dead, and everybody waits for it. One that lives finds its session gone, and repeats what it was about.</summary>
    /// <remarks>No time limit of the server's does this: a session in the middle of a copy is not idle, and listens to nothing but its end. A role
    /// may end its own sessions.</remarks>
    public const string EndAbandoned =
        $"""
        SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity AS a JOIN pg_locks AS l ON l.pid = a.pid
        WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.wait_event_type = 'Client' AND a.xact_start < clock_timestamp() - interval '2 seconds'
          AND l.locktype = 'advisory' AND l.granted AND (l.classid, l.objid) = ({Key})
        """;

    /// <summary>One migration at a time, until the transaction ends.</summary>
    public const string Migration = "SELECT pg_advisory_xact_lock(1433758004, 2)";

    // "Unit" in ASCII, so that it is not taken for somebody else's lock.
    private const string Key = "1433758004, 1";
}
