using System.Collections.Immutable;
using Units.Grains.Storage;
using Xunit;

namespace Units.Storage.Tests;

/// <summary>Pages and receipts.</summary>
public abstract partial class JournalConformance
{
    private static readonly PageKey Flow2025 = new(PageKind.Flow, Some.Revenue, 2025);

    [Fact]
    public async Task A_page_holds_the_latest_row_of_each_register_month_of_its_year()
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, 1, Some.Row(1), Some.Row(2, month: 11), Some.Row(3, month: 12), Some.Row(4, month: -1)));
        await Commit(Some.Batch(unit, 2, Some.Row(5), Some.Row(6, category: 2), Some.Row(7, measure: 8)));
        await Commit(Some.Batch(unit, 3, Some.Row(8, source: Some.OtherSource)));

        PageReading page = await Journal.ReadPages(unit, [Flow2025], Cancel);

        Assert.Equal(3, page.Sequence);
        Assert.Equal([2, 5, 6, 8], page.Rows.Select(row => (int)row.After.Cell.Scaled).Order());
        PageRow january = page.Rows.Single(row => row.After.Cell == new Amount(5));
        Assert.Equal(
            new PageRow(RowKind.Add, Some.Revenue, 0, Some.January, 0, Some.Source, 2, 0,
                new Statement(StatementKind.Value, new Amount(5), Quality.Final, null)),
            january);
    }

    [Fact]
    public async Task A_page_of_a_stock_holds_all_years()
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, 1, Some.Row(1), Some.Row(2, month: 12), Some.Row(3, month: -120)));

        PageReading page = await Journal.ReadPages(unit, [new PageKey(PageKind.Stock, Some.Revenue, 0)], Cancel);

        Assert.Equal([1, 2, 3], page.Rows.Select(row => (int)row.After.Cell.Scaled).Order());
    }

    [Theory]
    [InlineData(SourceRule.One, 1, 2 + 8 + 16)]
    [InlineData(SourceRule.Many, 2, 1 + 2 + 4 + 8 + 16)]
    public async Task What_is_before_a_pages_first_month_is_one_sum_a_register(SourceRule sources, int registers, int sum)
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, 1, Some.Row(1, month: 1), Some.Row(32, month: 5), Some.Row(64, category: 1)));
        await Commit(Some.Batch(unit, 2, Some.Row(4, month: 2), Some.Row(2, month: 3)));
        await Commit(Some.Batch(unit, 3, Some.Row(8, month: 1, source: Some.OtherSource), Some.Row(16, month: 2, source: Some.OtherSource)));

        PageReading page = await Journal.ReadPages(
            unit, [new PageKey(PageKind.Flow, Some.Revenue, 2025, sources, Some.January.Plus(5))], Cancel);

        List<PageRow> sums = [.. page.Rows.Where(row => row.Month == Some.January.Plus(4) && row.Category == 0)];
        Assert.Equal(registers, sums.Count);
        Assert.Equal(sum, sums.Sum(row => (int)row.After.Cell.Scaled));
        Assert.Equal(Some.OtherSource, sums.MaxBy(row => (row.Sequence, row.N))!.Source);
        Assert.Equal(32, (int)page.Rows.Single(row => row.Month == Some.January.Plus(5)).After.Cell.Scaled);
        Assert.Equal(64, (int)page.Rows.Single(row => row.Category == 1).After.Cell.Scaled);
    }

    [Fact]
    public async Task The_sum_before_a_stocks_page_tells_its_year_from_the_years_before()
    {
        UnitId unit = Some.Unit();
        JournalRow[] years = [.. Enumerable.Range(1, 120).Select(month => Some.Row(Amount.MaxStored, month: -month))];
        await Commit(Some.Batch(unit, 1, [.. years, Some.Row(5), Some.Row(7, month: 2)]));

        PageReading page = await Journal.ReadPages(
            unit, [new PageKey(PageKind.Stock, Some.Revenue, 0, SourceRule.One, Some.January.Plus(2))], Cancel);

        Assert.Equal(
            [(Some.January.Plus(-1), (Int128)Amount.MaxStored * 120), (Some.January.Plus(1), 5), (Some.January.Plus(2), 7)],
            page.Rows.Select(row => (row.Month, row.After.Cell.Scaled)).Order());
    }

    [Fact]
    public async Task The_later_of_two_rows_in_one_report_stands()
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, 1, Some.Row(1), Some.Row(2), Some.Row(3)));

        PageRow row = Assert.Single((await Journal.ReadPages(unit, [Flow2025], Cancel)).Rows);
        Assert.Equal((1, 2), (row.Sequence, row.N));
    }

    [Fact]
    public async Task Rows_without_a_statement_are_on_no_page()
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, 1, Some.Row(1)));
        await Commit(Some.Batch(unit, 2, Some.Row(0) with { Outcome = EntryOutcome.Refused, After = null, Presence = 0 }));

        Assert.Equal(1, Assert.Single((await Journal.ReadPages(unit, [Flow2025], Cancel)).Rows).Sequence);
    }

    [Fact]
    public async Task A_cleared_month_stays_on_the_page_as_nothing()
    {
        UnitId unit = Some.Unit();
        Statement none = new(StatementKind.None, Amount.Zero, Quality.Final, 9);
        await Commit(Some.Batch(unit, 1, Some.Row(5)));
        await Commit(Some.Batch(unit, 2, Some.Row(-5) with { Kind = RowKind.Clear, After = none, Presence = -1 }));

        Assert.Equal(none, Assert.Single((await Journal.ReadPages(unit, [Flow2025], Cancel)).Rows).After);
    }

    [Fact]
    public async Task A_hand_over_neither_hides_a_statement_on_January_nor_is_hidden_by_one()
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, 1, Some.Row(5, source: Some.OtherSource)));
        await Commit(Some.Batch(unit, 2, Some.HandOver(Some.OtherSource)));
        await Commit(Some.Batch(unit, 3, Some.Row(6, source: Some.OtherSource)));
        await Commit(Some.Batch(unit, 4, Some.HandOver(Some.OtherSource)));

        ImmutableArray<PageRow> rows = (await Journal.ReadPages(unit, [Flow2025], Cancel)).Rows;

        Assert.Equal(2, rows.Length);
        Assert.Equal(3, rows.Single(row => row.Kind == RowKind.Add).Sequence);
        Assert.Equal(4, rows.Single(row => row.Kind == RowKind.HandOver).Sequence);
    }

    [Fact]
    public async Task Targets_are_a_page_of_their_own_even_under_the_number_of_a_measure()
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, 1, Some.Row(5)));
        await Commit(Some.Batch(unit, 2, Some.Target(Some.Revenue, 100)));
        await Commit(Some.Batch(unit, 3, Some.Target(Some.Revenue, 200)));
        await Commit(Some.Batch(unit, 4, Some.Target(9, 95, RowKind.RatioTarget)));

        ImmutableArray<PageRow> targets = (await Journal.ReadPages(unit, [PageKey.Targets], Cancel)).Rows;

        Assert.Equal([95, 200], targets.Select(row => (int)row.After.Cell.Scaled).Order());
        Assert.All(targets, row => Assert.Equal(12, row.Span));
        Assert.Equal(5, Assert.Single((await Journal.ReadPages(unit, [Flow2025], Cancel)).Rows).After.Cell.Scaled);
    }

    [Fact]
    public async Task A_hundred_thousand_adds_to_one_month_are_one_row_of_a_page()
    {
        UnitId unit = Some.Unit();
        await Commit(Some.Batch(unit, 1, Some.Row(1, month: 1)));
        for (int batch = 0; batch < 10; batch++)
        {
            await Commit(Some.Batch(unit, batch + 2, [.. Enumerable.Range(0, 10_000).Select(_ => Some.Row(1))]));
        }

        PageReading page = await Journal.ReadPages(unit, [Flow2025], Cancel);

        Assert.Equal([11L, 1L], page.Rows.OrderBy(row => row.Month).Select(row => row.Sequence));
        await AssertPageWasCheap();
    }

    /// <summary>Checks that the one page read so far did not walk the rows behind its answer, where the database can tell.</summary>
    private protected abstract Task AssertPageWasCheap();

    [Fact]
    public async Task A_receipt_is_the_same_as_first_given_also_after_a_restart()
    {
        UnitId unit = Some.Unit();
        Violation violation = new("TOO_MANY_DECIMALS", "entries[2].value", "1.23", ["1"]);
        JournalReport report = Some.Report(2, "many",
            Some.Row(5) with { Revision = 3, Quality = Quality.Estimate | Quality.AtLeast, Estimated = new Amount(5), AtLeast = 1 },
            Some.Row(-5, month: 1) with { Kind = RowKind.Carried },
            new JournalRow { N = 2, Kind = RowKind.Set, Outcome = EntryOutcome.Refused, Detail = ViolationText.Write(violation) },
            Some.HandOver(Some.OtherSource),
            Some.Row(0) with { Outcome = EntryOutcome.Superseded, After = null, Presence = 0, Value = new Amount(Amount.MaxStored) });
        await Commit(Some.Batch(unit, 1));
        await Commit(Some.Batch(unit, report));

        Receipt first = Receipts.Of(unit, report);
        Receipt before = Assert.Single(await Journal.FindReceipts(unit, [Some.Key("many"), Some.Key("unheard-of")], Cancel));
        await _harness.Reopen();
        Receipt after = Assert.Single(await Journal.FindReceipts(unit, [Some.Key("many")], Cancel));

        Assert.Equivalent(first, before, strict: true);
        Assert.Equivalent(first, after, strict: true);
        Assert.Equal(4, after.Entries.Length);
    }

    [Fact]
    public async Task Only_the_receipts_of_the_asked_unit_and_source_are_found()
    {
        await Commit(Some.Batch(Some.Unit("aaa"), Some.Report(1, "one")));

        Assert.Empty(await Journal.FindReceipts(Some.Unit("bbb"), [Some.Key("one")], Cancel));
        Assert.Empty(await Journal.FindReceipts(Some.Unit("aaa"), [Some.Key("one", Some.OtherSource)], Cancel));
        Assert.Empty(await Journal.FindReceipts(Some.Unit("aaa"), [], Cancel));
    }
}
