using System.Globalization;
using Microsoft.Data.Sqlite;
using Units.Silo.Storage;

namespace Units.Silo;

/// <summary>The verb <c>backup</c>: copies the journal of a SQLite data directory, also while a silo runs on it.</summary>
/// <remarks>The copy is of one moment: of one transaction all or nothing. Snapshots are left out: they belong to one journal, and only save time.</remarks>
internal static class Backup
{
    /// <summary>The verb.</summary>
    public const string Verb = "backup";

    // Writers are only kept waiting by a checkpoint; this is for whoever else holds the file.
    private const int BusySeconds = 30;

    /// <summary>Copies, and says where to.</summary>
    /// <param name="options">Where the data are.</param>
    /// <param name="target">A file that does not exist yet, or a directory that takes a new one.</param>
    /// <param name="time">Names the file in a directory.</param>
    /// <param name="console">Where it is said.</param>
    /// <exception cref="StartRefusedException">It cannot be done; the message says why and what to do.</exception>
    public static async Task Run(SiloOptions options, string? target, TimeProvider time, TextWriter console)
    {
        if (options.StorageProvider != StorageProvider.Sqlite)
        {
            throw new StartRefusedException($"'{Verb}' is for SQLite; on PostgreSQL use pg_dump or a base backup, as docs/OPERATE.md shows.");
        }

        if (string.IsNullOrWhiteSpace(target))
        {
            throw new StartRefusedException($"'{Verb}' needs a file that does not exist yet, or a directory that takes a new one: Units.Silo {Verb} /backups");
        }

        string from = Path.Combine(Path.GetFullPath(options.StorageDirectory), DataDirectory.JournalName);
        if (!File.Exists(from))
        {
            throw new StartRefusedException($"There is no '{from}' to back up. Name its directory with {SiloOptions.Name(SiloOptions.StorageDirectoryKey)}.");
        }

        string to = Target(target, time);
        long start = time.GetTimestamp();
        Copy(from, to);
        await console.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{from} was copied to {to}: {new FileInfo(to).Length / 1048576.0:0.0} MB in {time.GetElapsedTime(start).TotalSeconds:0.0} s. Snapshots are left out; they only save time."));
        await console.WriteLineAsync(
            $"To restore, put it as {DataDirectory.JournalName} into an empty directory, run 'Units.Silo {Verifying.Verification.Verb}' there, and start.");
    }

    private static string Target(string target, TimeProvider time)
    {
        string full = Path.GetFullPath(target);
        string to = Directory.Exists(full)
            ? Path.Combine(full, time.GetUtcNow().ToString("'units-'yyyyMMdd'T'HHmmss'Z.db'", CultureInfo.InvariantCulture))
            : full;
        if (File.Exists(to))
        {
            throw new StartRefusedException($"'{to}' exists, and a backup overwrites nothing. Name another file, or a directory.");
        }

        return Directory.Exists(Path.GetDirectoryName(to))
            ? to
            : throw new StartRefusedException($"The directory of '{to}' does not exist. Make it, or name another.");
    }

    // Under another name until it is whole: what has the name of a backup is one.
    private static void Copy(string from, string to)
    {
        string part = $"{to}.part";
        try
        {
            File.Delete(part);
            using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = from, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            connection.Open();
            using SqliteCommand copy = connection.CreateCommand();
            copy.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {BusySeconds * 1000}; VACUUM INTO $to");
            copy.CommandTimeout = 0;
            copy.Parameters.AddWithValue("$to", part);
            copy.ExecuteNonQuery();
            using (FileStream written = new(part, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(part, to);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw new StartRefusedException($"'{from}' could not be copied to '{to}' ({e.Message}). Check that the disk has room and may be written.");
        }
    }
}
