using Units.Grains.Storage;

namespace Units.Core.Tests.Ledger;

/// <summary>The journal of one unit in memory, read as the database reads it.</summary>
internal sealed class FakeJournal
{
    public List<JournalReport> Reports { get; } = [];

    public long Sequence => Reports.Count;

    public IEnumerable<JournalRow> Rows => Reports.SelectMany(report => report.Rows);

    public void Append(JournalReport report)
    {
        Assert.Equal(Sequence + 1, report.Sequence);
        Assert.NotEmpty(report.Rows);
        Assert.Equal(Enumerable.Range(0, report.Rows.Length), report.Rows.Select(row => row.N));
        foreach (JournalRow row in report.Rows)
        {
            // What does not fit the columns would throw here, as it would in the database.
            _ = row.Value.ToStored() + row.Delta.ToStored() + row.Estimated.ToStored() + (row.After?.Cell.ToStored() ?? 0);
            Assert.InRange(row.Presence, -1, 1);
            Assert.InRange(row.AtLeast, -1, 1);
        }

        Reports.Add(report);
    }

    /// <summary>By (subject, category, month, span, source) the last row that has a statement; in no order, as a database may answer.</summary>
    public PageReading Read(IReadOnlyCollection<PageKey> pages)
    {
        var latest = new Dictionary<(int, int, Month, int, SourceId, bool), PageRow>();
        foreach (JournalReport report in Reports)
        {
            foreach (JournalRow row in report.Rows)
            {
                if (row is { Subject: { } subject, After: { } after } && pages.Any(page => LiesIn(row, page)))
                {
                    latest[(subject, row.Category, row.Month, row.Span, row.Source, row.Kind >= RowKind.Target)] = new PageRow(
                        row.Kind, subject, row.Category, row.Month, row.Span, row.Source, report.Sequence, row.N, after)
                    { Detail = row.Detail };
                }
            }
        }

        IEnumerable<PageRow> rows = PageKey.Widest(pages).SelectMany(page => Summed([.. latest.Values.Where(row => LiesIn(row, page))], page));
        return new PageReading(Sequence, [.. rows.OrderBy(row => row.Source.Text).ThenByDescending(row => row.Month)]);
    }

    /// <summary>What is before the page's first month, as one row a register and year: this one's in the month before, earlier ones' in December.</summary>
    private static IEnumerable<PageRow> Summed(List<PageRow> rows, PageKey page)
    {
        bool IsBefore(PageRow row) => page.Kind != PageKind.Targets && row.Kind != RowKind.HandOver && row.Month < page.From;
        SourceId RegisterOf(PageRow row) => page.Sources == SourceRule.Many ? row.Source : default;
        IEnumerable<PageRow> before = rows.Where(IsBefore)
            .GroupBy(row => (row.Category, RegisterOf(row), row.Month))
            .Select(month => month.MaxBy(row => (row.Sequence, row.N))!);
        IEnumerable<PageRow> sums = before.GroupBy(row => (row.Category, RegisterOf(row), row.Month.Year == page.From.Year)).Select(same =>
            same.MaxBy(row => (row.Sequence, row.N))! with
            {
                Kind = RowKind.Set,
                Month = (same.Key.Item3 ? page.From : Month.FirstOf(page.From.Year)).Plus(-1),
                After = new Statement(StatementKind.Value, same.Aggregate(Amount.Zero, (sum, row) => sum + row.After.Cell), Quality.Final, null),
            });
        return rows.Where(row => !IsBefore(row)).Concat(sums);
    }

    /// <summary>The sum of the rows' deltas for every cell: what proves a total.</summary>
    public Dictionary<CellKey, Amount> Sums()
    {
        var sums = new Dictionary<CellKey, Amount>();
        foreach (CellValue cell in Rows.SelectMany(row => row.Cells()))
        {
            sums[cell.Key] = sums.GetValueOrDefault(cell.Key) + cell.Amount;
        }

        return sums;
    }

    private static bool LiesIn(PageRow row, PageKey page) => page.Kind switch
    {
        PageKind.Targets => row.Kind is RowKind.Target or RowKind.RatioTarget,
        PageKind.Flow => row.Kind < RowKind.Target && row.Subject == page.Measure && row.Month.Year == page.Year,
        _ => row.Kind < RowKind.Target && row.Subject == page.Measure,
    };

    private static bool LiesIn(JournalRow row, PageKey page) => page.Kind switch
    {
        PageKind.Targets => row.Kind is RowKind.Target or RowKind.RatioTarget,
        PageKind.Flow => row.Kind < RowKind.Target && row.Subject == page.Measure && row.Month.Year == page.Year,
        _ => row.Kind < RowKind.Target && row.Subject == page.Measure,
    };
}
