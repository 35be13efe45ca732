namespace Units.Grains.Storage;

/// <summary>Where pages of the monitor are kept: a table beside the journal, in the same database, so that what backs up the one backs up the other.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when the database does not answer.</remarks>
internal interface IKeptPages
{
    /// <summary>Adds a page. False when there is one of its id, which stays as it is.</summary>
    Task<bool> Add(KeptPage page, CancellationToken cancellation);

    /// <summary>The page of an id; null where there is none.</summary>
    Task<KeptPage?> Find(string id, CancellationToken cancellation);
}
