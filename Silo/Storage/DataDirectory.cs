namespace Units.Silo.Storage;

/// <summary>The directory that holds the database files of one silo, locked against every other process for as long as this is open.</summary>
internal sealed class DataDirectory : IDisposable
{
    /// <summary>The name of the file of journal and registry.</summary>
    public const string JournalName = "units.db";

    /// <summary>The name of the snapshot file.</summary>
    public const string SnapshotsName = "snapshots.db";

    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The journal and the registry.</summary>
    public string JournalFile => System.IO.Path.Combine(Path, JournalName);

    /// <summary>Snapshots, which may be deleted at any time while no silo runs.</summary>
    public string SnapshotsFile => System.IO.Path.Combine(Path, SnapshotsName);

    /// <summary>Creates the directory where it is missing and takes its lock.</summary>
    /// <exception cref="InvalidOperationException">Another process has it open.</exception>
    public static DataDirectory Open(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(full);
        try
        {
            FileStream held = new(System.IO.Path.Combine(full, "units.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataDirectory(full, held);
        }
        catch (IOException e)
        {
            // The system frees the lock when its process ends, however it ends: a lock file that is left behind does no harm.
            throw new InvalidOperationException(
                $"The data directory '{full}' is in use by another process (its units.lock is held). "
                + "Stop that process, or give this one a data directory of its own.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
