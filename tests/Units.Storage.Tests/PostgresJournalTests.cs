using System.Globalization;
using Npgsql;
using Units.Silo.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>The journal on PostgreSQL.</summary>
public sealed class PostgresJournalTests(PostgresFixture fixture) : JournalConformance
{
    private PostgresHarness _postgres = null!;

    private protected override async Task<IStorageHarness> Create() => _postgres = await PostgresHarness.CreateExplained(fixture);

    // Whatever a test asks for: what it costs must not grow with the journals of the other units.
    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        Assert.Empty(ExplainedStatements.WalksOverAllUnits(fixture.Server.Log, _postgres.Name));
    }

    [Fact]
    public async Task What_is_closed_for_many_units_is_asked_of_their_closings_and_not_of_the_journal()
    {
        UnitId[] wards = [.. Enumerable.Range(0, 300).Select(i => new UnitId(string.Create(CultureInfo.InvariantCulture, $"ward-{i}")))];
        await Task.WhenAll(wards.Select(ward => Journal.Append(Some.Batch(ward, [.. Enumerable.Range(1, 5).Select(i => Some.Report(i, $"r{i}"))]))));

        // Nothing has counted the rows of a journal that is this young: a planner that is free to begin with it does.
        await Task.WhenAll(wards.Select(ward => Journal.ReadClosures(ward, Some.January, Some.January.Plus(12), TestContext.Current.CancellationToken)));

        Assert.NotEqual(0, ExplainedStatements.Count(fixture.Server.Log, _postgres.Name));
    }

    [Fact]
    public async Task A_walk_over_the_journals_of_all_units_would_be_found()
    {
        await using PostgresHarness other = await PostgresHarness.CreateExplained(fixture);
        await using PostgresDatabase database = PostgresDatabase.Of(other.ConnectionString);
        await using NpgsqlConnection product = await database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await Ask("SELECT count(*) FROM journal WHERE unit = 1 AND seq = 1");
        Assert.Empty(ExplainedStatements.WalksOverAllUnits(fixture.Server.Log, other.Name));

        await Ask("SELECT count(*) FROM journal WHERE n = 0");

        Assert.Single(ExplainedStatements.WalksOverAllUnits(fixture.Server.Log, other.Name));

        async Task Ask(string sql)
        {
            await using NpgsqlCommand command = new(sql, product);
            await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }
    }

    // What PostgreSQL has fetched through indexes since the rows were written: a walk would fetch each of them.
    private protected override async Task AssertPageWasCheap()
    {
        // A session tells what it has read when it ends.
        await _postgres.Reopen();
        long reads = 0;
        for (int look = 0; reads == 0 && look < 200; look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System, TestContext.Current.CancellationToken);
            reads = long.Parse(
                (await _postgres.Query("SELECT sum(idx_tup_fetch) FROM pg_stat_user_tables WHERE relname = 'journal'"))[0], CultureInfo.InvariantCulture);
        }

        Assert.InRange(reads, 1, 1000);
    }
}
