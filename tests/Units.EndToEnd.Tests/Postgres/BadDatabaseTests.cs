using Npgsql;
using Units.EndToEnd.Tests.Support;
using Units.Silo;
using Units.Silo.Storage;
using Units.TestSupport;
using Xunit;

namespace Units.EndToEnd.Tests.Postgres;

/// <summary>A database on which Units cannot run stops the start: exit code 1, and a sentence that says which, what is wrong and what to do.</summary>
public sealed class BadDatabaseTests(Databases databases)
{
    private const string Setting = "Units__Storage__ConnectionString";
    private const string Migrate = "'Units.Silo migrate'";

    [Theory]
    [InlineData("")]
    [InlineData("db.example")]
    [InlineData($"postgres://units_app:{PostgresData.Password}@127.0.0.1/units?sslmode=require")]
    [InlineData($"Host=127.0.0.1;Port=many;Database=units;Password={PostgresData.Password}")]
    [InlineData($"Host=127.0.0.1;Username=units_app;Password={PostgresData.Password}")]
    [InlineData($"Host=127.0.0.1;Database=units;Minimum Pool Size=200;Password={PostgresData.Password}")]
    public async Task What_is_no_connection_string_is_refused_with_an_example_and_without_its_password(string text)
    {
        await using UnitsProcess units = new(await databases.Postgres.Migrated());
        units.Settings[Setting] = text;

        await Start.IsRefused(units, Setting, "Units:Storage:ConnectionString", "Host=db.example;");
    }

    [Theory]
    [InlineData("Host", "nowhere.invalid", "on nowhere.invalid:", "Check that the server runs")]
    [InlineData("Port", "1", "on 127.0.0.1:1 ", "Check that the server runs")]
    [InlineData("Database", "nowhere", "'nowhere' on", "database \"nowhere\" does not exist", "Check that", "database, role and password")]
    [InlineData("Username", "nobody", "as 'nobody'", "role \"nobody\" does not exist", "Check that", "database, role and password")]
    public async Task A_database_that_cannot_be_reached_is_named_with_what_to_check(string keyword, string value, params string[] named)
    {
        await using UnitsProcess units = new(await databases.Postgres.Migrated());
        units.Settings[Setting] = new NpgsqlConnectionStringBuilder(units.Settings[Setting]) { [keyword] = value }.ToString();

        await Start.IsRefused(units, [Setting, .. named]);
    }

    [Fact]
    public async Task A_schema_that_is_missing_is_refused_and_migrate_makes_it_once()
    {
        PostgresData data = await databases.Postgres.Empty();
        await using UnitsProcess units = new(data);
        await Start.IsRefused(units, data.Place["PostgreSQL ".Length..], "no schema of Units", Migrate, Setting);

        (int code, string output) = await PostgresData.Migrate(data.As(PostgresServer.Owner));
        Assert.True(code == 0, output);
        Assert.Contains($"from schema version 0 to {PostgresSchema.Version}", output, StringComparison.Ordinal);
        Assert.Contains($"'{PostgresServer.Runtime}' may run", output, StringComparison.Ordinal);
        (code, output) = await PostgresData.Migrate(data.As(PostgresServer.Owner));
        Assert.True(code == 0, output);
        Assert.Contains($"from schema version {PostgresSchema.Version} to {PostgresSchema.Version}", output, StringComparison.Ordinal);
        await units.Start();
    }

    [Fact]
    public async Task A_schema_of_another_version_is_refused()
    {
        await using UnitsProcess older = new(await databases.Postgres.Migrated());
        older.Data.Alter("DELETE FROM schema_version WHERE version = (SELECT max(version) FROM schema_version)");
        await Start.IsRefused(older, $"schema version {PostgresSchema.Version - 1}", $"needs version {PostgresSchema.Version}", Migrate, Setting);

        PostgresData data = await databases.Postgres.Migrated();
        await using UnitsProcess newer = new(data);
        data.Alter("INSERT INTO schema_version (version, script) VALUES (99, '099_of_the_future.sql')");
        await Start.IsRefused(newer, "schema version 99", $"up to {PostgresSchema.Version}", "a newer one");
        (int code, string output) = await PostgresData.Migrate(data.As(PostgresServer.Owner));
        Start.IsRefused(code, output, "schema version 99", "a newer one");
    }

    [Theory]
    [InlineData("INSERT ON journal", "INSERT on journal")]
    [InlineData("ALL ON ALL TABLES IN SCHEMA units", "schema_version")]
    [InlineData("USAGE ON SCHEMA units", "USAGE on the schema units")]
    public async Task Rights_that_are_missing_are_named_and_migrate_gives_them(string taken, string named)
    {
        PostgresData data = await databases.Postgres.Migrated();
        await using UnitsProcess units = new(data);
        data.Alter($"REVOKE {taken} FROM {PostgresServer.Runtime}");
        await Start.IsRefused(units, $"as '{PostgresServer.Runtime}'", "lacks rights", named, Migrate, "Units__Storage__RuntimeRole");

        (int code, string output) = await PostgresData.Migrate(data.As(PostgresServer.Owner));
        Assert.True(code == 0, output);
        await units.Start();
    }

    [Fact]
    public async Task Migrate_refuses_a_role_that_may_not_and_a_role_that_does_not_exist()
    {
        PostgresData data = await databases.Postgres.Empty();
        (int code, string output) = await PostgresData.Migrate(data.As(PostgresServer.Runtime));
        Start.IsRefused(code, output, $"as '{PostgresServer.Runtime}'", "permission denied", Migrate, Setting, "the owner of the database");

        Dictionary<string, string> settings = data.As(PostgresServer.Owner);
        settings["Units__Storage__RuntimeRole"] = "nobody-knows";
        (code, output) = await PostgresData.Migrate(settings);
        Start.IsRefused(code, output, "'nobody-knows' does not exist", "CREATE ROLE \"nobody-knows\"", "Units__Storage__RuntimeRole");
    }

    [Fact]
    public async Task A_server_that_is_too_old_is_refused_with_both_versions()
    {
        await using PostgresDatabase database = PostgresDatabase.Of($"Host=db.example;Database=units;Username=units_app;Password={PostgresData.Password}");

        string message = Assert.Throws<StartRefusedException>(() => PostgresSchema.RefuseOlder(database, 140009)).Message;

        string[] named = [database.Name, "PostgreSQL 14", "15 or later", Setting];
        Assert.All(named, name => Assert.Contains(name, message, StringComparison.Ordinal));
        Assert.DoesNotContain(PostgresData.Password, message, StringComparison.Ordinal);
        PostgresSchema.RefuseOlder(database, 150000);
    }
}
