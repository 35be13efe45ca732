using Units.Silo.Storage;
using Units.TestSupport;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>A database from before the journal kept who sent what is brought up, and what is in it stays as it is.</summary>
public sealed class WhoMigrationTests(PostgresFixture fixture)
{
    private const string Back = "DROP TABLE kept_page; DROP VIEW journal_readable; DROP INDEX journal_plan; ALTER TABLE journal DROP COLUMN who; DELETE FROM schema_version WHERE version >= 3;";

    [Fact]
    public async Task On_SQLite_at_the_next_start()
    {
        await using SqliteHarness harness = new();
        await harness.Journal.Append(Some.Batch(Some.Unit(), 1));
        await harness.Storage.DisposeAsync();
        harness.Run(Back + View("002_periods.sql"));
        List<string> before = harness.Query("SELECT * FROM journal");

        await harness.Reopen();
        await harness.Journal.Append(Some.Batch(Some.Unit(), Some.Report(2, "r2") with { Who = "an" }));

        Assert.Equal([before.Single() + "|NULL"], harness.Query("SELECT * FROM journal WHERE seq = 1"));
        Assert.Equal(["1|NULL", "2|an"], harness.Query("SELECT seq, who FROM journal_readable ORDER BY seq"));
    }

    [Fact]
    public async Task On_PostgreSQL_by_a_migration()
    {
        await using PostgresHarness harness = await PostgresHarness.Create(fixture);
        await harness.Journal.Append(Some.Batch(Some.Unit(), 1));
        await harness.Run($"SET ROLE {PostgresServer.Owner}; {Back} {View("postgres_001_ledger.sql")}");

        await using (PostgresDatabase owner = PostgresDatabase.Of(fixture.Server.ConnectionString(harness.Name, PostgresServer.Owner) + ";Pooling=false"))
        {
            Assert.Equal(2, await PostgresSchema.Migrate(owner, PostgresServer.Runtime));
        }

        await harness.Journal.Append(Some.Batch(Some.Unit(), Some.Report(2, "r2") with { Who = "an" }));
        Assert.Equal(["1|NULL", "2|an"], await harness.Query("SELECT seq, who FROM journal_readable ORDER BY seq"));
    }

    // The view as it was, of the script that made it: it is the last thing there.
    private static string View(string script)
    {
        using Stream stream = typeof(SqliteSchema).Assembly.GetManifestResourceStream(script)!;
        using StreamReader reader = new(stream);
        string text = reader.ReadToEnd();
        return text[text.LastIndexOf("CREATE VIEW", StringComparison.Ordinal)..];
    }
}
