using Units.Grains.Storage;

namespace Units.Silo.Storage;

/// <summary>What a silo keeps its data in, open.</summary>
internal interface IStorage : IAsyncDisposable
{
    /// <summary>The journal.</summary>
    IJournal Journal { get; }

    /// <summary>Units, measures and indicators.</summary>
    IRegistryStore Registry { get; }

    /// <summary>Pages of the monitor.</summary>
    IKeptPages Pages { get; }

    /// <summary>What was asked of the database so far.</summary>
    StorageCounters Counters { get; }

    /// <summary>Batches and changes that wait for the writer.</summary>
    int Queued { get; }

    /// <summary>Where it is, for a person.</summary>
    string Place { get; }
}
