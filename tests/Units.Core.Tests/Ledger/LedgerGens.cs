using CsCheck;

namespace Units.Core.Tests.Ledger;

/// <summary>Random entries and reports, dense enough that they meet on the same months.</summary>
internal static class LedgerGens
{
    public static readonly MeasureRef[] Measures = [Say.Flow, Say.Stock, Say.OwnedFlow, Say.OwnedStock];
    public static readonly SourceId[] Sources = [Say.A, Say.B, Say.C];
    public static readonly Month[] Months = [.. from year in new[] { 2023, 2024, 2025 } from m in new[] { 1, 2, 5, 12 } select new Month(year, m)];

    private static readonly Gen<long> Small = Gen.Long[-5, 50];
    private static readonly Gen<long> Huge =
        Gen.OneOf(Amount.MaxStored, -Amount.MaxStored, Amount.MaxStored / 2, -Amount.MaxStored / 2, Amount.MaxStored - 1, 1);

    private static readonly Gen<EntryKind> Kinds = Gen.Frequency(
        (5, Gen.Const(EntryKind.Set)), (5, Gen.Const(EntryKind.YearToDate)), (4, Gen.Const(EntryKind.Add)),
        (2, Gen.Const(EntryKind.Clear)), (1, Gen.Const(EntryKind.HandOver)));

    private static readonly Gen<long?> Revisions =
        Gen.Frequency((4, Gen.Const((long?)null)), (1, Gen.Long[1, 4].Select(revision => (long?)revision)));

    public static Gen<Entry> Entries(Gen<MeasureRef> measures, Gen<long> values) => Gen.Select(
        Kinds, measures, Gen.Int[0, 2], Gen.OneOf(Months), values, Gen.Int[0, 7], Revisions, Gen.OneOf(Sources),
        (kind, measure, category, month, value, quality, revision, heir) => Fit(new Entry
        {
            Kind = kind,
            Measure = measure,
            Category = (ushort)Math.Min(category, measure.Categories),
            Month = month,
            Value = new Amount(value),
            Quality = (Quality)Math.Max(0, quality - 4),
            Revision = revision,
            NewSource = heir,
        }));

    public static Gen<Entry> Usual { get; } = Entries(Gen.OneOf(Measures), Small);

    public static Gen<Entry> Vast { get; } = Entries(Gen.OneOf(Measures), Gen.Frequency((3, Huge), (1, Small)));

    public static Gen<RandomReport[]> Reports(Gen<Entry> entries) => Gen.Select(
        Gen.OneOf(Sources), entries.Array[1, 5], Gen.Int[0, 4], Gen.Enum<Boundary>(),
        (source, list, whole, boundary) => new RandomReport(source, list, whole == 0, boundary)).Array[1, 25];

    /// <summary>Turns what the gateway would refuse into the nearest entry that it lets through.</summary>
    private static Entry Fit(Entry entry) => entry.Kind switch
    {
        EntryKind.YearToDate when entry.Measure.Kind == MeasureKind.Stock => Plain(entry with { Kind = EntryKind.Set }),
        EntryKind.HandOver when entry.Measure.Sources == SourceRule.Many => Plain(entry with { Kind = EntryKind.Add }),
        EntryKind.HandOver => entry with { Month = Month.FirstOf(entry.Month.Year), Value = Amount.Zero, Category = 0, Revision = null, Quality = Quality.Final },
        _ => Plain(entry),
    };

    private static Entry Plain(Entry entry) => entry with { NewSource = default };
}
