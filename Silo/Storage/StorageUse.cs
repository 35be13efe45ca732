namespace Units.Silo.Storage;

/// <summary>What was asked of the database. Bytes are those of columns and parameters: 8 for an integer, the UTF-8 length of a text.</summary>
/// <param name="Queries">Calls of the storage interface.</param>
/// <param name="Statements">SQL statements that ran for them.</param>
/// <param name="RowsRead">Rows returned.</param>
/// <param name="BytesRead">Bytes of their columns.</param>
/// <param name="BytesSent">Bytes of the parameters, those of written rows included.</param>
/// <param name="Work">Instructions of the database's engine: what tells a seek from a scan.</param>
internal readonly record struct StorageUse(long Queries, long Statements, long RowsRead, long BytesRead, long BytesSent, long Work)
{
    /// <summary>Bytes both ways.</summary>
    public long Bytes => BytesRead + BytesSent;

    /// <summary>Both together.</summary>
    public static StorageUse operator +(StorageUse a, StorageUse b) => new(
        a.Queries + b.Queries, a.Statements + b.Statements, a.RowsRead + b.RowsRead, a.BytesRead + b.BytesRead, a.BytesSent + b.BytesSent,
        a.Work + b.Work);

    /// <summary>What came between two readings.</summary>
    public static StorageUse operator -(StorageUse a, StorageUse b) => new(
        a.Queries - b.Queries, a.Statements - b.Statements, a.RowsRead - b.RowsRead, a.BytesRead - b.BytesRead, a.BytesSent - b.BytesSent,
        a.Work - b.Work);
}
