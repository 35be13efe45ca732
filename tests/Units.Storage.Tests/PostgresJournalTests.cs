using System.Globalization;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>The journal on PostgreSQL.</summary>
public sealed class PostgresJournalTests(PostgresFixture fixture) : JournalConformance
{
    private PostgresHarness _postgres = null!;

    private protected override async Task<IStorageHarness> Create() => _postgres = await PostgresHarness.Create(fixture);

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
