using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Units.Silo.Storage;

namespace Units.Silo.Verifying;

/// <summary>Opens a database to be verified. Nothing is written to it, and nothing serves from it.</summary>
internal static class RestoredData
{
    // What the product forces on the planner, for statements that all walk along an index, does not suit one that reads everything.
    private static readonly string[] PostgresSettings =
        ["enable_seqscan = on", "enable_bitmapscan = on", "enable_hashjoin = on", "enable_mergejoin = on", "plan_cache_mode = auto", "idle_in_transaction_session_timeout = 0"];

    /// <summary>Opens the database of these settings.</summary>
    /// <exception cref="StartRefusedException">It cannot be verified as things are; the message says why and what to do.</exception>
    public static Task<RestoredLedger> Open(SiloOptions options) =>
        options.StorageProvider == StorageProvider.Sqlite ? OpenSqlite(options.StorageDirectory) : OpenPostgres(options.ConnectionString);

    private static async Task<RestoredLedger> OpenSqlite(string directory)
    {
        string full = Path.GetFullPath(directory);
        if (!File.Exists(Path.Combine(full, DataDirectory.JournalName)))
        {
            throw new StartRefusedException(
                $"There is no {DataDirectory.JournalName} in '{full}' to verify. Name the directory with {SiloOptions.Name(SiloOptions.StorageDirectoryKey)}.");
        }

        DataDirectory held;
        try
        {
            held = DataDirectory.Open(full);
        }
        catch (InvalidOperationException e)
        {
            throw new StartRefusedException($"{e.Message} To verify while it runs, make a backup ('Units.Silo {Backup.Verb} DIRECTORY') and verify that.");
        }

        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = held.JournalFile, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync();
            int found = Convert.ToInt32(Scalar(connection, "SELECT ifnull(max(version), 0) FROM schema_version"), CultureInfo.InvariantCulture);
            Require(held.JournalFile, found, SqliteSchema.Journal.Version);
            bool hasSnapshots = File.Exists(held.SnapshotsFile);
            if (hasSnapshots)
            {
                Scalar(connection, $"ATTACH DATABASE '{held.SnapshotsFile.Replace("'", "''", StringComparison.Ordinal)}' AS {RestoredLedger.SnapshotsName}");
            }

            Scalar(connection, "PRAGMA query_only = 1");
            Scalar(connection, "BEGIN DEFERRED");
            return new RestoredLedger(held.JournalFile, connection, LedgerDialect.Sqlite, hasSnapshots, new Closing(held));
        }
        catch (SqliteException e)
        {
            await connection.DisposeAsync();
            held.Dispose();
            throw new StartRefusedException($"The file '{held.JournalFile}' cannot be read ({e.Message}). Restore it from a backup.");
        }
        catch
        {
            await connection.DisposeAsync();
            held.Dispose();
            throw;
        }
    }

    private static async Task<RestoredLedger> OpenPostgres(string connectionString)
    {
        PostgresDatabase database = PostgresDatabase.Of(connectionString);
        try
        {
            await PostgresSchema.RequireCurrent(database);
            NpgsqlConnection connection = await database.Source.OpenConnectionAsync();
            await using NpgsqlCommand begin = new(
                $"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {string.Concat(PostgresSettings.Select(s => $"SET LOCAL {s};"))}", connection);
            await begin.ExecuteNonQueryAsync();
            return new RestoredLedger($"PostgreSQL {database.Name}", connection, LedgerDialect.Postgres, hasSnapshots: true, database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private static void Require(string file, int found, int version)
    {
        if (found != version)
        {
            throw new StartRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"The database '{file}' has schema version {found}; this build verifies version {version}. ")
                + (found < version ? $"Run 'Units.Silo {Migration.Verb}' first." : "Use the build that wrote it or a newer one."));
        }
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private sealed class Closing(IDisposable held) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            held.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
