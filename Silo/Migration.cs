using Microsoft.Extensions.Logging.Abstractions;
using Units.Silo.Storage;

namespace Units.Silo;

/// <summary>The verb <c>migrate</c>: brings the schema of the database up to this build, under a role that may change it.</summary>
internal static class Migration
{
    /// <summary>The verb.</summary>
    public const string Verb = "migrate";

    /// <summary>Migrates and says what was done.</summary>
    /// <exception cref="StartRefusedException">It cannot be done; the message says why and what to do.</exception>
    public static async Task Run(SiloOptions options, TextWriter console)
    {
        if (options.StorageProvider == StorageProvider.Sqlite)
        {
            await using SqliteStorage storage = SqliteStorage.Open(options.StorageDirectory, NullLogger.Instance);
            await console.WriteLineAsync($"{storage.Place} is at schema version {SqliteSchema.Journal.Version}. (On SQLite every start does this.)");
            return;
        }

        await using PostgresDatabase database = PostgresDatabase.Of(options.ConnectionString);
        int before = await PostgresSchema.Migrate(database, options.RuntimeRole);
        await console.WriteLineAsync(
            $"The database {database.Name} went from schema version {before} to {PostgresSchema.Version}; '{options.RuntimeRole}' may run on it.");
    }
}
