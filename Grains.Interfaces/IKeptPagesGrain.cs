namespace Units;

/// <summary>The pages of the monitor that were kept, for gateways that have no database of their own. Any silo answers; key 0.</summary>
[Alias("units.IKeptPagesGrain")]
public interface IKeptPagesGrain : IGrainWithIntegerKey
{
    /// <summary>Keeps a page for ever. One that is there already stays as it is.</summary>
    /// <exception cref="StorageUnavailableException">Storage did not answer; the page may have been kept.</exception>
    [Alias("Keep")]
    Task Keep(KeptPage page, CancellationToken cancellation);

    /// <summary>The page of an id; null where none was kept.</summary>
    /// <exception cref="StorageUnavailableException">Storage did not answer.</exception>
    [Alias("Find")]
    Task<KeptPage?> Find(string id, CancellationToken cancellation);
}
