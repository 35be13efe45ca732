namespace Units.Silo.Verifying;

/// <summary>Where a held record is stored.</summary>
/// <param name="Parent">The unit that holds it.</param>
/// <param name="Child">Of whom it is.</param>
/// <param name="KeyHash">Orleans' hash of the unit's key.</param>
/// <param name="NameHash">Orleans' hash of the record's name.</param>
internal readonly record struct StoredSnapshot(UnitId Parent, UnitId Child, long KeyHash, long NameHash);
