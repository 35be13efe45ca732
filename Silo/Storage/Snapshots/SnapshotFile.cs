using Microsoft.Data.Sqlite;

namespace Units.Silo.Storage;

/// <summary>The database file of the snapshots. Its content may be lost, so what cannot be used is made anew.</summary>
internal static class SnapshotFile
{
    /// <summary>Makes the file ready for Orleans' grain storage.</summary>
    public static void Prepare(string file, ILogger logger)
    {
        try
        {
            Apply(file);
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            StorageLog.SnapshotsRecreated(logger, e, file);
            Delete(file);
            Apply(file);
        }
    }

    /// <summary>Forgets all snapshots: that costs time, nothing else.</summary>
    public static void Delete(string file)
    {
        foreach (string part in (ReadOnlySpan<string>)[file, file + "-wal", file + "-shm"])
        {
            File.Delete(part);
        }
    }

    /// <summary>The connection string for Orleans.</summary>
    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 5 }.ToString();

    /// <summary>Closes the connections that Orleans' storage has left in the driver's pool.</summary>
    public static void Close(string file)
    {
        using SqliteConnection connection = new(ConnectionString(file));
        SqliteConnection.ClearPool(connection);
    }

    private static void Apply(string file)
    {
        using SqliteSession session = new SqliteDatabase(file).OpenWriter();
        SqliteSchema.Snapshots.Apply(session, file);
    }
}
