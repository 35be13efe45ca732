using Units.Grains.Ledger;
using Units.Grains.Storage;
using static Units.Core.Tests.Ledger.Say;

namespace Units.Core.Tests.Ledger;

public class PageTests
{
    private static readonly CellKey May = CellKey.Of(Aspect.Actual, 1, 0, M(5));

    [Fact]
    public void A_cell_of_a_page_that_is_not_loaded_is_an_error_and_not_zero()
    {
        Assert.Throws<InvalidOperationException>(() => new UnitLedger().Cell(May));
        Assert.Throws<InvalidOperationException>(() => CellSums.Read(new UnitLedger(), new SumQuery(Stock, null, new MonthRange(M(1), M(1)))));
    }

    [Fact]
    public void A_page_without_rows_is_loaded_empty()
    {
        UnitLedger ledger = new();
        PageKey page = PageKey.Of(Flow, M(5));
        ledger.Load([page], new PageReading(0, []));
        Assert.True(ledger.TryOpen(page));
        Assert.Equal((Amount.Zero, 1), (ledger.Cell(May), ledger.Pages));
    }

    [Fact]
    public void A_unit_without_journal_need_read_no_page_until_one_is_dropped()
    {
        UnitLedger ledger = new();
        ledger.StartEmpty();
        Assert.True(ledger.TryOpen(PageKey.Of(Flow, M(5))));
        Assert.Equal(Amount.Zero, ledger.Cell(May));
        Assert.True(ledger.TryOpen(PageKey.Of(Flow, M(1))));
        ledger.Trim(0, new HashSet<PageKey>());
        Assert.False(ledger.TryOpen(PageKey.Of(Flow, M(5))));
    }

    [Fact]
    public void Rows_that_a_page_was_read_with_are_not_folded_again()
    {
        LedgerBench unit = new();
        JournalReport first = unit.Say(A, Flow.Set(M(5), 1));
        unit.Say(A, Flow.Set(M(5), 2));
        unit.Restart();
        Assert.Equal(2, unit.Cell(Flow, M(5)));
        unit.Ledger.Fold(first);
        Assert.Equal(2, unit.Cell(Flow, M(5)));
    }

    [Fact]
    public void The_least_recently_used_pages_go_first_and_pinned_ones_stay()
    {
        UnitLedger ledger = new();
        PageKey[] pages = [.. Enumerable.Range(2020, 5).Select(year => PageKey.Of(Flow, Month.FirstOf(year)))];
        ledger.Load(pages, new PageReading(0, []));
        ledger.Cell(CellKey.Of(Aspect.Actual, 1, 0, M(1, 2020)));
        ledger.Trim(2, new HashSet<PageKey> { pages[2] });
        Assert.Equal([true, false, true, false, false], pages.Select(ledger.TryOpen));
    }

    [Fact]
    public void A_draft_goes_on_while_its_earlier_reports_are_folded()
    {
        UnitLedger ledger = new();
        ledger.Load([PageKey.Of(Flow, M(5))], new PageReading(0, []));
        LedgerDraft draft = ledger.Draft();
        JournalReport first = draft.Cut(ReportOf(Flow.Add(M(5), 1)), 1, default).Report!;
        Assert.Equal(Amount.Zero, ledger.Cell(May));
        ledger.Fold(first);
        JournalReport second = draft.Cut(ReportOf(Flow.Add(M(5), 2)), 2, default).Report!;
        ledger.Fold(second);
        Assert.Equal(new Amount(3), ledger.Cell(May));
    }

    [Fact]
    public void The_pages_needed_are_those_of_the_good_entries_and_of_every_year_of_a_range()
    {
        Report report = ReportOf(Flow.Set(M(5), 1), Flow.Set(M(6), 1), Stock.Set(M(1), 1), new Entry { Refusal = new Violation("", "", "", []) });
        Assert.Equal([PageKey.Of(Flow, M(5)), PageKey.Of(Stock, M(1))], PageKey.Widest(PagesNeeded.Of(report)));
        TotalsQuery query = new(
            [new SumQuery(Flow, null, new MonthRange(M(12, 2023), M(1)))], [new TargetQuery(9, new MonthRange(M(1), M(1)))], false);
        Assert.Equal(
            [PageKey.Of(Flow, M(12, 2023)), PageKey.Of(Flow, M(1, 2024)), PageKey.Of(Flow, M(1)), PageKey.Targets], PagesNeeded.Of(query));
    }

    [Fact]
    public void Cells_of_children_add_up_to_the_reading_of_their_sum()
    {
        CellTable table = new();
        table.Add(CellKey.Of(Aspect.Actual, 2, 1, M(3, 2020)), new Amount(5));
        table.Add(CellKey.Of(Aspect.Actual, 2, 1, M(3)), new Amount(2));
        table.Add(CellKey.Of(Aspect.Presence, 2, 1, M(3)), Amount.One);
        SumQuery query = new(Stock, null, new MonthRange(M(1), M(4)));
        Assert.Equal(new SumReading(new Amount(7), 1, Amount.Zero, 0) { Last = M(3) }, CellSums.Read(table, query));
        table.Set(CellKey.Of(Aspect.Actual, 2, 1, M(3)), Amount.Zero);
        Assert.Equal((2, new Amount(5)), (table.Count, CellSums.Read(table, query).Amount));
    }

    private static Report ReportOf(params Entry[] entries) => new() { Source = A, Id = new ReportId("r"), ContentHash = [], Entries = [.. entries] };
}
