namespace Units.Silo.Storage;

/// <summary>The log messages of storage. No payload is ever in them.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(1, LogLevel.Information, "Opened {File} at schema version {Version}.")]
    public static partial void Opened(ILogger logger, string file, int version);

    [LoggerMessage(2, LogLevel.Information, "Closed {File}.")]
    public static partial void Closed(ILogger logger, string file);

    [LoggerMessage(3, LogLevel.Warning, "A transaction of {Requests} requests on {File} has no known outcome; each is answered so.")]
    public static partial void TransactionUnknown(ILogger logger, Exception exception, int requests, string file);

    [LoggerMessage(4, LogLevel.Warning, "A read of kind {Operation} on {File} failed.")]
    public static partial void ReadFailed(ILogger logger, Exception exception, StorageOperation operation, string file);

    [LoggerMessage(5, LogLevel.Warning, "{File} could not be closed cleanly; its write-ahead log is replayed at the next start.")]
    public static partial void CloseFailed(ILogger logger, Exception exception, string file);

    [LoggerMessage(9, LogLevel.Warning, "The write-ahead log of {File} could not be begun anew; it stays large until readers leave room.")]
    public static partial void CheckpointFailed(ILogger logger, Exception exception, string file);

    [LoggerMessage(6, LogLevel.Warning, "The snapshots of {Unit} could not be read; it starts without them, which costs time only.")]
    public static partial void SnapshotUnread(ILogger logger, Exception exception, string unit);

    [LoggerMessage(7, LogLevel.Warning, "The snapshots of {Unit} could not be written; the earlier ones stay, which costs time only.")]
    public static partial void SnapshotUnwritten(ILogger logger, Exception exception, string unit);

    [LoggerMessage(8, LogLevel.Information, "The snapshot that {Unit} holds of {Child} has {Bytes} bytes, over {Limit}: it is not kept.")]
    public static partial void SnapshotTooLarge(ILogger logger, string unit, string child, int bytes, int limit);

    [LoggerMessage(9, LogLevel.Warning, "A stored snapshot of type {Type} cannot be read by this build; it counts as absent.")]
    public static partial void SnapshotUnreadable(ILogger logger, Exception exception, string type);

    [LoggerMessage(10, LogLevel.Warning, "{File} is not a snapshot file of this build; it is made anew, which costs time only.")]
    public static partial void SnapshotsRecreated(ILogger logger, Exception exception, string file);

    [LoggerMessage(11, LogLevel.Warning, "The table of members had {Rows} rows of this silo that are later than its clock: a clock was ahead. They are removed.")]
    public static partial void LaterSelvesForgotten(ILogger logger, long rows);
}
