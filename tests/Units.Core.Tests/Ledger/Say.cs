namespace Units.Core.Tests.Ledger;

/// <summary>Short words for tests: sources, measures, months and entries.</summary>
internal static class Say
{
    public static readonly SourceId A = new("source-a");
    public static readonly SourceId B = new("source-b");
    public static readonly SourceId C = new("source-c");

    public static readonly MeasureRef Flow = new(1, MeasureKind.Flow, SourceRule.Many, 2);
    public static readonly MeasureRef Stock = new(2, MeasureKind.Stock, SourceRule.Many, 2);
    public static readonly MeasureRef OwnedFlow = new(3, MeasureKind.Flow, SourceRule.One, 2);
    public static readonly MeasureRef OwnedStock = new(4, MeasureKind.Stock, SourceRule.One, 1);

    public static Month M(int ofYear, int year = 2025) => new(year, ofYear);

    public static Entry Set(this MeasureRef measure, Month month, long value, Quality quality = Quality.Final) =>
        Make(EntryKind.Set, measure, month, value, quality);

    public static Entry YearToDate(this MeasureRef measure, Month month, long value, Quality quality = Quality.Final) =>
        Make(EntryKind.YearToDate, measure, month, value, quality);

    public static Entry Add(this MeasureRef measure, Month month, long value, Quality quality = Quality.Final) =>
        Make(EntryKind.Add, measure, month, value, quality);

    public static Entry Clear(this MeasureRef measure, Month month) => Make(EntryKind.Clear, measure, month, 0, Quality.Final);

    public static Entry HandOver(this MeasureRef measure, int year, SourceId to) =>
        Make(EntryKind.HandOver, measure, Month.FirstOf(year), 0, Quality.Final) with { NewSource = to };

    public static Entry In(this Entry entry, ushort category) => entry with { Category = category };

    public static Entry Revised(this Entry entry, long revision) => entry with { Revision = revision };

    private static Entry Make(EntryKind kind, MeasureRef measure, Month month, long value, Quality quality) =>
        new() { Kind = kind, Measure = measure, Month = month, Value = new Amount(value), Quality = quality };
}
