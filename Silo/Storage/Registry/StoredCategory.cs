namespace Units.Silo.Storage;

/// <summary>A category as the database keeps it.</summary>
internal sealed record StoredCategory(ushort Number, string Id, string Name, string NameEn);
