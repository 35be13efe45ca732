using Units.Grains.Storage;
using Units.Silo.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>The journal on SQLite.</summary>
public sealed class SqliteJournalTests : JournalConformance
{
    private SqliteHarness? _sqlite;

    private protected override Task<IStorageHarness> Create() => Task.FromResult<IStorageHarness>(_sqlite = new SqliteHarness());

    [Fact]
    public async Task What_a_line_replaced_is_found_without_a_step_over_each_line_of_its_report()
    {
        const int Lines = 3_000;
        const int Page = 200;
        UnitId unit = Some.Unit();
        await Journal.Append(Some.Batch(unit, Some.Report(1, "large", [.. Enumerable.Range(1, Lines).Select(value => Some.Row(value))])));

        JournalPage page = await Journal.ListEntries(unit, new JournalQuery { PageSize = Page, OldestFirst = true, ManySources = [Some.Revenue] }, TestContext.Current.CancellationToken);

        Assert.Equal([.. Enumerable.Range(1, Page - 1).Select(value => new Amount(value))], page.Lines.Skip(1).Select(line => line.Replaced!.Amount));
        // A step over each of the others would be millions.
        Assert.InRange(_sqlite!.Storage.Journal.Counters[StorageOperation.Entries].Work, 1, Lines * Page / 4);
    }

    private protected override Task AssertPageWasCheap()
    {
        StorageUse use = _sqlite!.Storage.Journal.Counters[StorageOperation.Pages];
        Assert.Equal(1, use.Queries);
        Assert.InRange(use.Bytes, 1, 1000);
        Assert.InRange(use.Work, 1, 2000);
        return Task.CompletedTask;
    }
}
