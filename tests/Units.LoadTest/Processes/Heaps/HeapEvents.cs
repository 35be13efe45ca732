using System.Buffers.Binary;
using System.Text;

namespace Units.LoadTest.Processes.Heaps;

/// <summary>Reads from a trace of the .NET runtime, in the format that calls itself Nettrace, what survived the last collection in it.</summary>
internal static class HeapEvents
{
    private const int HeapStats = 4;
    private const byte BeginObject = 5;
    private const byte EndObject = 6;
    private const byte NullReference = 1;

    // The size and what survived of generations 0 to 3, then counts, then the same of the pinned heap.
    private const int Generations = 4;
    private const int PinnedAt = (Generations * 16) + 16 + (3 * 4) + 2 + 8;

    private static ReadOnlySpan<byte> Head => "Nettrace"u8;

    /// <summary>Bytes that survived the last collection; null where the trace tells of none.</summary>
    /// <exception cref="InvalidDataException">It is no such trace.</exception>
    public static long? LiveBytes(ReadOnlySpan<byte> trace)
    {
        if (!trace.StartsWith(Head))
        {
            throw new InvalidDataException("What came is no trace: it does not begin with Nettrace.");
        }

        long? live = null;
        HashSet<uint> stats = [];
        int at = Head.Length;
        at += 4 + Length(trace, at);
        while (at < trace.Length && trace[at] == BeginObject)
        {
            // Each object: its type (version, reader version, name), then what it holds.
            at += 3 + 8;
            int nameLength = Length(trace, at);
            string name = Encoding.ASCII.GetString(trace.Slice(at + 4, nameLength));
            at += 4 + nameLength + 1;
            if (name == "Trace")
            {
                at += 16 + 8 + 8 + (4 * 4);
            }
            else
            {
                int size = Length(trace, at);
                at = (at + 4 + 3) & ~3;
                live = Block(name, trace.Slice(at, size), stats) ?? live;
                at += size;
            }

            at += trace[at] == EndObject ? 1 : throw new InvalidDataException($"The trace has no end of {name} at {at}.");
        }

        return at >= trace.Length || trace[at] == NullReference ? live : throw new InvalidDataException($"The trace has {trace[at]} at {at} where an object begins.");
    }

    private static long? Block(string name, ReadOnlySpan<byte> block, HashSet<uint> stats)
    {
        if (name is not ("MetadataBlock" or "EventBlock"))
        {
            return null;
        }

        long? live = null;
        BlobReader blobs = new(block);
        while (blobs.TryRead(out uint metadata, out ReadOnlySpan<byte> payload))
        {
            if (name == "MetadataBlock")
            {
                if (EventOf(payload) == HeapStats)
                {
                    stats.Add(BinaryPrimitives.ReadUInt32LittleEndian(payload));
                }
            }
            else if (stats.Contains(metadata))
            {
                live = Survived(payload);
            }
        }

        return live;
    }

    // The id under which blobs name it, the name of the provider, the number of the event.
    private static int EventOf(ReadOnlySpan<byte> metadata)
    {
        int at = 4;
        while (metadata[at] != 0 || metadata[at + 1] != 0)
        {
            at += 2;
        }

        return Length(metadata, at + 2);
    }

    private static long Survived(ReadOnlySpan<byte> stats)
    {
        long survived = BinaryPrimitives.ReadInt64LittleEndian(stats[(PinnedAt)..]);
        for (int generation = 0; generation < Generations; generation++)
        {
            survived += BinaryPrimitives.ReadInt64LittleEndian(stats[((generation * 16) + 8)..]);
        }

        return survived;
    }

    private static int Length(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
}
