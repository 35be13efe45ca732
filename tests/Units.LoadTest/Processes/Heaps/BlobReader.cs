using System.Buffers.Binary;

namespace Units.LoadTest.Processes.Heaps;

/// <summary>The blobs of a block of a trace: each says only what differs from the one before.</summary>
internal ref struct BlobReader
{
    private const int HasMetadata = 1;
    private const int HasSequence = 2;
    private const int HasThread = 4;
    private const int HasStack = 8;
    private const int HasActivity = 16;
    private const int HasRelated = 32;
    private const int HasLength = 128;
    private const int ActivityLength = 16;

    private readonly ReadOnlySpan<byte> _block;
    private int _at;
    private uint _metadata;
    private int _length;

    /// <summary>Begins behind the head of the block.</summary>
    /// <exception cref="InvalidDataException">The block is not compressed, as those of every runtime since .NET 5 are.</exception>
    public BlobReader(ReadOnlySpan<byte> block)
    {
        _block = block;
        _at = BinaryPrimitives.ReadInt16LittleEndian(block);
        if ((BinaryPrimitives.ReadInt16LittleEndian(block[2..]) & 1) == 0)
        {
            throw new InvalidDataException("A block of the trace is not compressed, which this reader does not know.");
        }
    }

    /// <summary>The next blob, with the id of what describes it; false where there is none.</summary>
    public bool TryRead(out uint metadata, out ReadOnlySpan<byte> payload)
    {
        metadata = 0;
        payload = default;
        if (_at >= _block.Length)
        {
            return false;
        }

        int has = _block[_at++];
        _metadata = (has & HasMetadata) != 0 ? (uint)Number() : _metadata;
        if ((has & HasSequence) != 0)
        {
            _ = (Number(), Number(), Number());
        }

        _ = (has & HasThread) != 0 ? Number() : 0;
        _ = (has & HasStack) != 0 ? Number() : 0;
        _ = Number();
        _at += ((has & HasActivity) != 0 ? ActivityLength : 0) + ((has & HasRelated) != 0 ? ActivityLength : 0);
        _length = (has & HasLength) != 0 ? (int)Number() : _length;
        metadata = _metadata;
        payload = _block.Slice(_at, _length);
        _at += _length;
        return true;
    }

    private ulong Number()
    {
        ulong number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = _block[_at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return number;
            }
        }
    }
}
