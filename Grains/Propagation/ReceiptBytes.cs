using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Units.Grains.Propagation;

/// <summary>Receipts as bytes, for the memory of one activation: no other process and no later version reads them.</summary>
internal static class ReceiptBytes
{
    private const int HeaderLength = 8 + 8 + 2;
    private const int EntryLength = 4 + 4 + 2 + 2 + 8 + 8;

    [Flags]
    private enum Parts : byte
    {
        None = 0,
        Revision = 1,
        NewSource = 2,
    }

    /// <summary>How many bytes a receipt takes; null where it says what rule an entry broke, which has no short form.</summary>
    public static int? LengthOf(Receipt receipt)
    {
        int length = HeaderLength + LengthOf(receipt.Source.Text) + LengthOf(receipt.Report.Text) + 1 + receipt.ContentHash.Length;
        foreach (EntryReceipt entry in receipt.Entries)
        {
            if (entry.Violation is not null || entry.Entry.Refusal is not null)
            {
                return null;
            }

            Parts parts = PartsOf(entry.Entry);
            length += EntryLength + (parts.HasFlag(Parts.Revision) ? sizeof(long) : 0)
                + (parts.HasFlag(Parts.NewSource) ? LengthOf(entry.Entry.NewSource.Text) : 0);
        }

        return length;
    }

    /// <summary>Writes a receipt into as many bytes as <see cref="LengthOf(Receipt)"/> says.</summary>
    public static void Write(Receipt receipt, Span<byte> to)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to, receipt.Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(to[8..], receipt.ReceivedAt.UtcTicks);
        BinaryPrimitives.WriteUInt16LittleEndian(to[16..], checked((ushort)receipt.Entries.Length));
        to = WriteText(receipt.Report.Text, WriteText(receipt.Source.Text, to[HeaderLength..]));
        to[0] = checked((byte)receipt.ContentHash.Length);
        receipt.ContentHash.AsSpan().CopyTo(to[1..]);
        to = to[(1 + receipt.ContentHash.Length)..];
        foreach (EntryReceipt entry in receipt.Entries)
        {
            to = Write(entry, to);
        }
    }

    /// <summary>The receipt that <see cref="Write(Receipt, Span{byte})"/> wrote.</summary>
    public static Receipt Read(UnitId unit, ReadOnlySpan<byte> from)
    {
        long sequence = BinaryPrimitives.ReadInt64LittleEndian(from);
        long ticks = BinaryPrimitives.ReadInt64LittleEndian(from[8..]);
        EntryReceipt[] entries = new EntryReceipt[BinaryPrimitives.ReadUInt16LittleEndian(from[16..])];
        from = from[HeaderLength..];
        string source = ReadText(ref from);
        string report = ReadText(ref from);
        ImmutableArray<byte> hash = [.. from.Slice(1, from[0])];
        from = from[(1 + from[0])..];
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = ReadEntry(ref from);
        }

        return new Receipt
        {
            Unit = unit,
            Sequence = sequence,
            Source = source.Length == 0 ? default : new SourceId(source),
            Report = report.Length == 0 ? default : new ReportId(report),
            ContentHash = hash,
            ReceivedAt = new DateTimeOffset(ticks, TimeSpan.Zero),
            Entries = ImmutableCollectionsMarshal.AsImmutableArray(entries),
        };
    }

    private static Span<byte> Write(EntryReceipt receipt, Span<byte> to)
    {
        Entry entry = receipt.Entry;
        Parts parts = PartsOf(entry);
        to[0] = (byte)entry.Kind;
        to[1] = (byte)receipt.Outcome;
        to[2] = (byte)entry.Quality;
        to[3] = (byte)parts;
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], entry.Measure.Number);
        BinaryPrimitives.WriteUInt16LittleEndian(to[8..], entry.Category);
        BinaryPrimitives.WriteInt16LittleEndian(to[10..], (short)entry.Month.Number);
        BinaryPrimitives.WriteInt64LittleEndian(to[12..], entry.Value.ToStored());
        BinaryPrimitives.WriteInt64LittleEndian(to[20..], receipt.Delta.ToStored());
        to = to[EntryLength..];
        if (parts.HasFlag(Parts.Revision))
        {
            BinaryPrimitives.WriteInt64LittleEndian(to, entry.Revision!.Value);
            to = to[sizeof(long)..];
        }

        return parts.HasFlag(Parts.NewSource) ? WriteText(entry.NewSource.Text, to) : to;
    }

    private static EntryReceipt ReadEntry(ref ReadOnlySpan<byte> from)
    {
        ReadOnlySpan<byte> head = from[..EntryLength];
        from = from[EntryLength..];
        Parts parts = (Parts)head[3];
        long? revision = null;
        if (parts.HasFlag(Parts.Revision))
        {
            revision = BinaryPrimitives.ReadInt64LittleEndian(from);
            from = from[sizeof(long)..];
        }

        Entry entry = new()
        {
            Kind = (EntryKind)head[0],
            Measure = new MeasureRef(BinaryPrimitives.ReadInt32LittleEndian(head[4..]), default, default, 0),
            Category = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]),
            Month = Month.FromNumber(BinaryPrimitives.ReadInt16LittleEndian(head[10..])),
            Value = new Amount(BinaryPrimitives.ReadInt64LittleEndian(head[12..])),
            Quality = (Quality)head[2],
            Revision = revision,
            NewSource = parts.HasFlag(Parts.NewSource) ? new SourceId(ReadText(ref from)) : default,
        };
        return new EntryReceipt(entry, (EntryOutcome)head[1], new Amount(BinaryPrimitives.ReadInt64LittleEndian(head[20..])), null);
    }

    private static Parts PartsOf(Entry entry) =>
        (entry.Revision is null ? Parts.None : Parts.Revision) | (entry.NewSource == default ? Parts.None : Parts.NewSource);

    // Identifiers are ASCII.
    private static int LengthOf(string text) => 1 + text.Length;

    private static Span<byte> WriteText(string text, Span<byte> to)
    {
        to[0] = checked((byte)text.Length);
        Encoding.ASCII.GetBytes(text, to[1..]);
        return to[LengthOf(text)..];
    }

    private static string ReadText(ref ReadOnlySpan<byte> from)
    {
        string text = Encoding.ASCII.GetString(from.Slice(1, from[0]));
        from = from[(1 + from[0])..];
        return text;
    }
}
