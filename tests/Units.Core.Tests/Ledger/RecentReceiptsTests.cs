using CsCheck;
using Units.Grains.Propagation;
using Units.Grains.Storage;
using Xunit;

namespace Units.Core.Tests.Ledger;

public sealed class RecentReceiptsTests
{
    private static readonly UnitId Ward = new("cam-pha-ward");

    private static readonly Gen<EntryReceipt> Entry =
        from kind in Gen.Enum<EntryKind>()
        from outcome in Gen.Enum<EntryOutcome>()
        from quality in Gen.Int[0, 3]
        from measure in Gen.Int[0, int.MaxValue]
        from category in Gen.UShort
        from month in Gen.Int[0, Month.Count - 1]
        from value in Gen.Long[-Amount.MaxStored, Amount.MaxStored]
        from delta in Gen.Long[-Amount.MaxStored, Amount.MaxStored]
        from revision in Gen.Nullable(Gen.Long)
        from hasNewSource in Gen.Bool
        select new EntryReceipt(
            new Entry
            {
                Kind = kind,
                Measure = new MeasureRef(measure, default, default, 0),
                Category = category,
                Month = Month.FromNumber(month),
                Value = new Amount(value),
                Quality = (Quality)quality,
                Revision = revision,
                NewSource = hasNewSource ? new SourceId("customs") : default,
            },
            outcome, new Amount(delta), null);

    [Fact]
    public void A_recent_receipt_comes_back_as_it_was()
    {
        Gen.Select(Entry.Array[1, 20], Gen.Long[1, long.MaxValue], Gen.Byte.Array[0, 64]).Sample((entries, sequence, hash) =>
        {
            Receipt receipt = Receipt(1) with { Sequence = sequence, ContentHash = [.. hash], Entries = [.. entries] };
            RecentReceipts recent = new(Ward);
            recent.Add(Receipt(0));
            recent.Add(receipt);

            Receipt found = recent.Find(KeyOf(receipt))!;
            Assert.Equal(receipt.ContentHash, found.ContentHash);
            Assert.Equal(receipt.Entries, found.Entries);
            Assert.Equal(receipt with { ContentHash = default, Entries = default }, found with { ContentHash = default, Entries = default });
        });
    }

    [Fact]
    public void The_oldest_receipts_go_and_the_room_stays_bounded()
    {
        RecentReceipts recent = new(Ward);
        for (int i = 0; i < 1_000; i++)
        {
            recent.Add(Receipt(i));
        }

        int[] kept = [.. Enumerable.Range(0, 1_000).Where(i => recent.Find(KeyOf(Receipt(i))) is not null)];
        Assert.Equal(Enumerable.Range(1_000 - kept.Length, kept.Length), kept);
        Assert.InRange(kept.Length, 30, 60);
        Assert.All(kept, i => Assert.Equal(i + 1, recent.Find(KeyOf(Receipt(i)))!.Sequence));
    }

    [Fact]
    public void What_is_too_large_or_says_why_an_entry_is_refused_is_left_to_the_journal()
    {
        RecentReceipts recent = new(Ward);
        Receipt large = Receipt(1) with { Entries = [.. Enumerable.Repeat(Receipt(1).Entries[0], 200)] };
        Receipt refused = Receipt(2) with { Entries = [Receipt(2).Entries[0] with { Violation = new Violation("overflow", "entries[0].set", "1", []) }] };
        recent.Add(Receipt(0));
        recent.Add(large);
        recent.Add(refused);

        Assert.Null(recent.Find(KeyOf(large)));
        Assert.Null(recent.Find(KeyOf(refused)));
        Assert.NotNull(recent.Find(KeyOf(Receipt(0))));
    }

    private static ReportKey KeyOf(Receipt receipt) => new(receipt.Source, receipt.Report);

    private static Receipt Receipt(int i) => new()
    {
        Unit = Ward,
        Sequence = i + 1,
        Source = new SourceId("statistics"),
        Report = new ReportId($"report-{i}"),
        ContentHash = [.. new byte[32]],
        ReceivedAt = new DateTimeOffset(2026, 11, 29, 2, 15, 0, TimeSpan.Zero),
        Entries = [new EntryReceipt(new Entry { Kind = EntryKind.Add, Value = new Amount(i) }, EntryOutcome.Accepted, new Amount(i), null)],
    };
}
