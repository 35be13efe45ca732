using Units.Grains.Storage;

namespace Units.Grains.Ledger;

/// <summary>Sees rows of a report as rows of pages.</summary>
internal static class PageRows
{
    /// <summary>The row as a page reads it, or null where it changes no statement.</summary>
    public static PageRow? Of(JournalRow row, long sequence) => row is { Subject: { } subject, After: { } after }
        ? new PageRow(row.Kind, subject, row.Category, row.Month, row.Span, row.Source, sequence, row.N, after) { Detail = IsKind(row) ? row.Detail : null }
        : null;

    /// <summary>True for the row of a target's kind, which carries the target with its words.</summary>
    public static bool IsKind(JournalRow row) => row.Kind == RowKind.RatioTarget && (TargetPart)(row.Category & 0xFF) == TargetPart.Kind;

    /// <summary>The pages in which a row can lie: a row does not say whether its measure is a flow or a stock, the pages do.</summary>
    public static (PageKey First, PageKey? Second) PagesOf(PageRow row) => row.Kind is RowKind.Target or RowKind.RatioTarget
        ? (PageKey.Targets, null)
        : PagesOf(row.Subject, row.Month);

    /// <summary>The pages in which a month of a measure can lie.</summary>
    public static (PageKey First, PageKey? Second) PagesOf(int measure, Month month) =>
        (new PageKey(PageKind.Flow, measure, month.Year), new PageKey(PageKind.Stock, measure, 0));
}
