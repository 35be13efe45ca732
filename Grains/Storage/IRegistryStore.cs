namespace Units.Grains.Storage;

/// <summary>Where the registry keeps units, measures and indicators: tables beside the journal, in the same database.</summary>
/// <remarks>Every method throws <see cref="StorageUnavailableException"/> when the database does not answer.</remarks>
internal interface IRegistryStore
{
    /// <summary>All there is.</summary>
    Task<RegistryReading> Load(CancellationToken cancellation);

    /// <summary>Adds a unit with its edges and identifiers, and bumps the tree's revision. False when the id exists.</summary>
    Task<bool> Add(Unit unit, CancellationToken cancellation);

    /// <summary>Adds a measure that has its number. False when the id or the number exists.</summary>
    Task<bool> Add(Measure measure, CancellationToken cancellation);

    /// <summary>Adds an indicator that has its number. False when the id or the number exists.</summary>
    Task<bool> Add(Indicator indicator, CancellationToken cancellation);
}
