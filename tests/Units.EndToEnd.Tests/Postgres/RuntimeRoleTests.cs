using Npgsql;
using Units.EndToEnd.Tests.Support;
using Units.TestSupport;
using Xunit;

namespace Units.EndToEnd.Tests.Postgres;

/// <summary>The role under which Units runs can neither change the schema nor what has been journalled.</summary>
public sealed class RuntimeRoleTests(Databases databases)
{
    private static readonly string[] Attempts =
    [
        "CREATE TABLE units.mine (one integer)",
        "CREATE TABLE public.mine (one integer)",
        "CREATE SCHEMA mine",
        "ALTER TABLE units.journal ADD COLUMN mine integer",
        "DROP VIEW units.journal_readable",
        "DROP INDEX units.journal_report",
        "UPDATE units.journal SET value = 0",
        "DELETE FROM units.journal",
        "TRUNCATE units.journal",
        "UPDATE units.kept_page SET unit = 'other'",
        "DELETE FROM units.kept_page",
        "UPDATE units.unit_number SET id = 'other'",
        "INSERT INTO units.schema_version (version, script) VALUES (99, 'mine')",
    ];

    [Fact]
    public async Task It_cannot_change_the_schema_nor_what_is_in_the_journal()
    {
        PostgresData data = await databases.Postgres.Migrated();
        await using NpgsqlConnection connection = data.Connect(PostgresServer.Runtime);
        foreach (string attempt in Attempts)
        {
            await using NpgsqlCommand command = new(attempt, connection);
            PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
            Assert.True(refused.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{attempt}: {refused.Message}");
        }
    }
}
