namespace Units.Grains.Storage;

/// <summary>Held records, kept lazily so that an activation starts from near the end. They may be lost or of mixed ages: that costs time, nothing else.</summary>
internal interface ISnapshots
{
    /// <summary>The records of a unit; empty where there are none or they cannot be read.</summary>
    Task<IReadOnlyList<HeldRecord>> Load(UnitId unit);

    /// <summary>Keeps records of a unit in place of their earlier ones. A failure is logged and forgotten.</summary>
    Task Save(UnitId unit, IReadOnlyList<HeldRecord> changed);
}
