namespace Units.Silo.Storage;

/// <summary>Counts what is asked of the database, by operation, since the start. Any thread may count and read.</summary>
internal sealed class StorageCounters
{
    private readonly Lock _gate = new();
    private readonly StorageUse[] _use = new StorageUse[Enum.GetValues<StorageOperation>().Length];

    /// <summary>What one operation has used.</summary>
    public StorageUse this[StorageOperation operation]
    {
        get
        {
            lock (_gate)
            {
                return _use[(int)operation];
            }
        }
    }

    /// <summary>What all operations have used.</summary>
    public StorageUse Total
    {
        get
        {
            lock (_gate)
            {
                return _use.Aggregate(default(StorageUse), (sum, next) => sum + next);
            }
        }
    }

    /// <summary>Counts one query.</summary>
    public void Count(StorageOperation operation, StorageUse use)
    {
        lock (_gate)
        {
            _use[(int)operation] += use with { Queries = 1 };
        }
    }
}
