using System.Globalization;

namespace Units.Silo.Storage;

/// <summary>The scripts that make a database, applied in order and never taken back.</summary>
/// <param name="scripts">Their resource names; the version of a script is its place, from 1.</param>
internal sealed class SqliteSchema(params string[] scripts)
{
    /// <summary>Journal, registry and kept pages.</summary>
    public static readonly SqliteSchema Journal = new("001_journal.sql", "002_periods.sql", "003_who.sql", "004_plans.sql", "005_kept_pages.sql");

    /// <summary>Orleans' grain storage, for snapshots.</summary>
    public static readonly SqliteSchema Snapshots = new("001_snapshots.sql");

    /// <summary>The version after all scripts.</summary>
    public int Version => scripts.Length;

    /// <summary>Brings the database up to <see cref="Version"/>.</summary>
    /// <exception cref="InvalidOperationException">The database is newer than this build.</exception>
    public void Apply(SqliteSession session, string file)
    {
        session.Run("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY, script TEXT NOT NULL)");
        SqliteStatement read = session.Prepare("SELECT ifnull(max(version), 0) FROM schema_version");
        read.Step();
        int found = read.Int(0);
        read.Reset();
        if (found > Version)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"The database '{file}' has schema version {found}; this build knows versions up to {Version}. "
                + $"Start the build that wrote it or a newer one: a schema is never taken back."));
        }

        for (int version = found + 1; version <= Version; version++)
        {
            Apply(session, version, scripts[version - 1]);
        }
    }

    private static void Apply(SqliteSession session, int version, string script)
    {
        session.Run("BEGIN IMMEDIATE");
        session.RunScript(Read(script));
        session.Prepare("INSERT INTO schema_version (version, script) VALUES (?1, ?2)").Bind(1, version).Bind(2, script).Run();
        session.Run("COMMIT");
    }

    private static string Read(string script)
    {
        using Stream stream = typeof(SqliteSchema).Assembly.GetManifestResourceStream(script)
            ?? throw new InvalidOperationException($"The script '{script}' is not embedded in this build.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
