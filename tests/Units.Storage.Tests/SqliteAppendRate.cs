using System.Diagnostics;
using System.Globalization;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>Measures how fast the journal takes rows and gives pages. Run by name: it says what this machine does and proves nothing.</summary>
public sealed class SqliteAppendRate(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [InlineData(1, 3_000)]
    [InlineData(100, 200_000)]
    [InlineData(4_000, 400_000)]
    public async Task Rows_per_second_with_so_many_units_appending_one_row_each_at_a_time(int units, int rows)
    {
        await using SqliteHarness harness = new();
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, units).Select(i => AppendAll(harness.Journal, Some.Unit($"unit-{i}"), rows / units)));
        Report($"{units} units in parallel", rows, start, harness);
    }

    [Theory(Explicit = true)]
    [InlineData(100, 200_000)]
    [InlineData(4_000, 400_000)]
    public async Task Rows_per_second_of_one_unit_with_so_many_rows_a_batch(int batch, int rows)
    {
        await using SqliteHarness harness = new();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < rows / batch; i++)
        {
            JournalRow[] content = [.. Enumerable.Range(0, batch).Select(n => Some.Row(1, measure: n % 50 + 1, month: n / 50 % 12))];
            await harness.Journal.Append(Some.Batch(Some.Unit(), i + 1, content));
        }

        Report($"batches of {batch}", rows, start, harness);
    }

    [Fact(Explicit = true)]
    public async Task Time_of_a_page_over_a_hundred_thousand_adds()
    {
        await using SqliteHarness harness = new();
        for (int i = 0; i < 10; i++)
        {
            await harness.Journal.Append(Some.Batch(Some.Unit(), i + 1, [.. Enumerable.Range(0, 10_000).Select(n => Some.Row(1, month: n % 12))]));
        }

        await harness.Journal.ReadPages(Some.Unit(), [new PageKey(PageKind.Flow, Some.Revenue, 2025)], Cancel);
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 1000; i++)
        {
            await harness.Journal.ReadPages(Some.Unit(), [new PageKey(PageKind.Flow, Some.Revenue, 2025)], Cancel);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(start).TotalMicroseconds / 1000:F0} µs a page"));
    }

    private static async Task AppendAll(IJournal journal, UnitId unit, int count)
    {
        for (int i = 1; i <= count; i++)
        {
            await journal.Append(Some.Batch(unit, i, Some.Row(1, month: i % 12)));
        }
    }

    private void Report(string what, int rows, long start, SqliteHarness harness)
    {
        long commits = harness.Storage.Journal.Counters[Silo.Storage.StorageOperation.Commit].Queries;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {rows / Stopwatch.GetElapsedTime(start).TotalSeconds:F0} rows/s, {(double)rows / commits:F0} rows a transaction"));
    }
}
