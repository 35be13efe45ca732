using Npgsql;

namespace Units.Silo.Storage;

/// <summary>Something that changes more than rows of one journal: it shares a transaction with others of its kind.</summary>
/// <param name="operation">What it is for.</param>
/// <param name="isAlone">True where no append may be under way meanwhile.</param>
/// <param name="units">Ids of units that need numbers before it.</param>
/// <param name="sources">Ids of sources that need numbers before it.</param>
internal abstract class ChangeRequest(StorageOperation operation, bool isAlone, string[] units, string[] sources)
{
    /// <summary>What it is for.</summary>
    public StorageOperation Operation => operation;

    /// <summary>True where no append may be under way meanwhile.</summary>
    public bool IsAlone => isAlone;

    /// <summary>Ids of units that need numbers before it.</summary>
    public string[] Units => units;

    /// <summary>Ids of sources that need numbers before it.</summary>
    public string[] Sources => sources;

    /// <summary>Does it, within the transaction. It makes all its checks before its first change.</summary>
    public abstract Task Apply(NpgsqlConnection connection);

    /// <summary>Answers, once the transaction is durable.</summary>
    public abstract void Complete();

    /// <summary>Answers that the outcome is not known.</summary>
    public abstract void Fail(Exception cause);
}
