namespace Units.Silo.Storage;

/// <summary>Something that the writer does within a transaction that it shares with others.</summary>
internal abstract class WriteRequest(StorageOperation operation, int rows)
{
    /// <summary>What it is for.</summary>
    public StorageOperation Operation => operation;

    /// <summary>How many rows it may write: what bounds a transaction.</summary>
    public int Rows => rows;

    /// <summary>Does it. It makes all its checks before its first change, so that a refusal leaves the transaction to the others.</summary>
    public abstract void Apply(SqliteSession session);

    /// <summary>Answers, once the transaction is durable.</summary>
    public abstract void Complete();

    /// <summary>Answers that the outcome is not known.</summary>
    public abstract void Fail(Exception cause);
}
