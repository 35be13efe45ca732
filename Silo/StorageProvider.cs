namespace Units.Silo;

/// <summary>The databases that can hold journal and snapshots.</summary>
public enum StorageProvider
{
    /// <summary>Files in a directory that one process has to itself.</summary>
    Sqlite,

    /// <summary>A server that many silos share.</summary>
    Postgres,
}
