using System.Globalization;
using Npgsql;

namespace Units.Silo.Storage;

/// <summary>The scripts that make a database, applied in order by a migration and never taken back; and what a start demands of it.</summary>
internal static class PostgresSchema
{
    /// <summary>How a schema is brought up.</summary>
    public const string MigrateCommand = "Units.Silo migrate";

    private const string VersionsSql =
        """
        CREATE SCHEMA IF NOT EXISTS units;
        CREATE TABLE IF NOT EXISTS units.schema_version (version integer PRIMARY KEY, script text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())
        """;

    private const string LookSql =
        """
        SELECT current_setting('server_version_num')::integer, n.oid IS NOT NULL, n.oid IS NOT NULL AND has_schema_privilege(n.oid, 'USAGE')
        FROM (SELECT 1) AS one LEFT JOIN pg_namespace AS n ON n.nspname = 'units'
        """;

    // One of each kind of right that the grants give: whoever has these has been through them.
    private const string MissingRightsSql =
        """
        SELECT string_agg(k.what || ' on ' || k.name, ', ')
        FROM (VALUES ('SELECT', 'journal'), ('INSERT', 'journal'), ('INSERT', 'unit_number'), ('INSERT', 'source_number'), ('INSERT', 'unit'),
          ('INSERT', 'unit_identifier'), ('INSERT', 'measure'), ('INSERT', 'indicator'), ('INSERT', 'kept_page'), ('UPDATE', 'unit_epoch'), ('DELETE', 'unit_edge'),
          ('DELETE', 'period_closure'), ('UPDATE', 'ledger'), ('UPDATE', 'orleansstorage'), ('UPDATE', 'orleansmembershiptable')) AS k(what, name)
        WHERE NOT has_table_privilege('units.' || k.name, k.what)
        """;

    private static readonly string[] Scripts = ["postgres_001_ledger.sql", "postgres_002_orleans.sql", "postgres_003_who.sql", "postgres_004_plans.sql", "postgres_005_kept_pages.sql"];

    /// <summary>The version after all scripts.</summary>
    public static int Version => Scripts.Length;

    /// <summary>Brings the schema up to <see cref="Version"/> and gives the run-time role its rights.</summary>
    /// <returns>The version it had before, 0 for none.</returns>
    /// <exception cref="StartRefusedException">It cannot be done; the message says why and what to do.</exception>
    public static async Task<int> Migrate(PostgresDatabase database, string runtimeRole)
    {
        try
        {
            await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync().ConfigureAwait(false);
            await Look(connection, database).ConfigureAwait(false);
            await RequireRole(connection, runtimeRole).ConfigureAwait(false);
            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
            await Do(connection, PostgresLocks.Migration).ConfigureAwait(false);
            await Do(connection, VersionsSql).ConfigureAwait(false);
            int found = await Found(connection).ConfigureAwait(false);
            RefuseNewer(database, found);
            for (int version = found + 1; version <= Version; version++)
            {
                await Do(connection, Read(Scripts[version - 1])).ConfigureAwait(false);
                await PostgresAppends.Do(connection, "INSERT INTO units.schema_version (version, script) VALUES ($1, $2)", version, Scripts[version - 1])
                    .ConfigureAwait(false);
            }

            await Do(connection, Read("postgres_grants.sql").Replace("{role}", Quoted(runtimeRole), StringComparison.Ordinal)).ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
            return found;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StartRefusedException(
                $"The database {database.Name} does not let this role change its schema ({e.MessageText}). "
                + $"Run '{MigrateCommand}' with {SiloOptions.Name(SiloOptions.ConnectionStringKey)} naming the owner of the database.");
        }
        catch (Exception e) when (PostgresDatabase.IsAway(e))
        {
            throw Refused(database, e);
        }
    }

    /// <summary>Demands a server, a schema and rights with which this build can run.</summary>
    /// <exception cref="StartRefusedException">One of them is missing; the message says which and what to do.</exception>
    public static async Task RequireCurrent(PostgresDatabase database)
    {
        try
        {
            await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync().ConfigureAwait(false);
            (bool exists, bool mayUse) = await Look(connection, database).ConfigureAwait(false);
            if (exists && !mayUse)
            {
                throw MissingRights(database, "USAGE on the schema units");
            }

            int found = exists ? await Found(connection).ConfigureAwait(false) : 0;
            RefuseNewer(database, found);
            if (found < Version)
            {
                throw new StartRefusedException(string.Create(CultureInfo.InvariantCulture,
                    $"The database {database.Name} has {(found == 0 ? "no schema of Units" : $"schema version {found}")}; this build needs version {Version}. "
                    + $"Run '{MigrateCommand}' with {SiloOptions.Name(SiloOptions.ConnectionStringKey)} naming the owner of the database."));
            }

            List<string?> missing = await PostgresReaders.Rows(connection, MissingRightsSql, r => r.IsDBNull(0) ? null : r.GetString(0)).ConfigureAwait(false);
            if (missing is [{ } rights])
            {
                throw MissingRights(database, rights);
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw MissingRights(database, e.MessageText);
        }
        catch (Exception e) when (PostgresDatabase.IsAway(e))
        {
            throw Refused(database, e);
        }
    }

    private static async Task<(bool Exists, bool MayUse)> Look(NpgsqlConnection connection, PostgresDatabase database)
    {
        (int server, bool exists, bool mayUse) = (await PostgresReaders.Rows(connection, LookSql,
            r => (r.GetInt32(0), r.GetBoolean(1), r.GetBoolean(2))).ConfigureAwait(false)).Single();
        RefuseOlder(database, server);
        return (exists, mayUse);
    }

    /// <summary>Refuses a server before <see cref="PostgresDatabase.OldestServer"/>.</summary>
    /// <param name="database">The database.</param>
    /// <param name="server">Its <c>server_version_num</c>: 150004 for 15.4.</param>
    internal static void RefuseOlder(PostgresDatabase database, int server)
    {
        if (server / 10_000 < PostgresDatabase.OldestServer)
        {
            throw new StartRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"The server of {database.Name} is PostgreSQL {server / 10_000}; Units needs {PostgresDatabase.OldestServer} or later. Upgrade the server, or name another one in {SiloOptions.Name(SiloOptions.ConnectionStringKey)}."));
        }
    }

    private static async Task<int> Found(NpgsqlConnection connection)
    {
        List<bool> exists = await PostgresReaders.Rows(connection, "SELECT to_regclass('units.schema_version') IS NOT NULL", r => r.GetBoolean(0))
            .ConfigureAwait(false);
        return exists[0]
            ? (await PostgresReaders.Rows(connection, "SELECT coalesce(max(version), 0) FROM units.schema_version", r => r.GetInt32(0)).ConfigureAwait(false))[0]
            : 0;
    }

    private static void RefuseNewer(PostgresDatabase database, int found)
    {
        if (found > Version)
        {
            throw new StartRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"The database {database.Name} has schema version {found}; this build knows versions up to {Version}. "
                + $"Start the build that wrote it or a newer one: a schema is never taken back."));
        }
    }

    private static async Task RequireRole(NpgsqlConnection connection, string role)
    {
        List<bool> exists = await PostgresReaders.Rows(connection, "SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1)", r => r.GetBoolean(0), role)
            .ConfigureAwait(false);
        if (!exists[0])
        {
            throw new StartRefusedException(
                $"The run-time role '{role}' does not exist. Create it (CREATE ROLE {Quoted(role)} LOGIN PASSWORD '…'), "
                + $"or name yours in {SiloOptions.Name(SiloOptions.RuntimeRoleKey)}.");
        }
    }

    private static StartRefusedException MissingRights(PostgresDatabase database, string rights) => new(
        $"The role of {database.Name} lacks rights: {rights}. Run '{MigrateCommand}' as the owner of the database, "
        + $"with {SiloOptions.Name(SiloOptions.RuntimeRoleKey)} naming this role.");

    private static StartRefusedException Refused(PostgresDatabase database, Exception cause) => new(
        $"The database {database.Name} cannot be used: {(cause as PostgresException)?.MessageText ?? cause.Message}. Check that the server runs and "
        + $"that host, database, role and password in {SiloOptions.Name(SiloOptions.ConnectionStringKey)} are right.");

    private static async Task Do(NpgsqlConnection connection, string script)
    {
        await using NpgsqlCommand command = new(script, connection);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static string Quoted(string role) => $"\"{role.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Read(string script)
    {
        using Stream stream = typeof(PostgresSchema).Assembly.GetManifestResourceStream(script)
            ?? throw new InvalidOperationException($"The script '{script}' is not embedded in this build.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
