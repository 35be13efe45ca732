namespace Units.Silo.Storage;

/// <summary>A naming as the database keeps it.</summary>
internal sealed record StoredNaming(DateOnly? From, int Kind, string Name, string NameEn);
