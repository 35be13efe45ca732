using System.Buffers.Text;

namespace Units.LoadTest.Pages;

/// <summary>Finds the frames in the bytes of a page's stream. Of a line no more is kept than its beginning: a page's frames are long, and thousands of
/// pages share the machine with the gateway.</summary>
internal sealed class FrameReader
{
    private const int Kept = 128;

    // Before the versions a token has its format, and marks of the ledger and of the question.
    private const int TokenHead = 17;

    private readonly byte[] _line = new byte[Kept];
    private int _length;
    private FrameMark _mark;

    private static ReadOnlySpan<byte> Id => "id: "u8;

    private static ReadOnlySpan<byte> Frame => "data: {\"at\":"u8;

    /// <summary>Takes bytes up to the end of the next frame.</summary>
    /// <param name="bytes">What came; what is left of it afterwards.</param>
    /// <param name="frame">The frame.</param>
    /// <returns>False where none ended in the bytes: then all of them are taken.</returns>
    public bool TryRead(ref ReadOnlySpan<byte> bytes, out FrameMark frame)
    {
        while (bytes.IndexOf((byte)'\n') is var end and >= 0)
        {
            Keep(bytes[..end]);
            bytes = bytes[(end + 1)..];
            ReadOnlySpan<byte> line = _line.AsSpan(0, _length);
            _length = 0;
            if (line.StartsWith(Id))
            {
                _mark = Mark(line[Id.Length..]);
            }
            else if (line.StartsWith(Frame))
            {
                frame = _mark;
                return true;
            }
        }

        Keep(bytes);
        bytes = [];
        frame = default;
        return false;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        int room = Math.Min(Kept - _length, bytes.Length);
        bytes[..room].CopyTo(_line.AsSpan(_length));
        _length += room;
    }

    // The resume token says what was sent of each of the page's two questions, the tiles first: a frame has changes of one alone.
    private static FrameMark Mark(ReadOnlySpan<byte> token)
    {
        Span<byte> bytes = stackalloc byte[Kept];
        if (!Base64Url.TryDecodeFromUtf8(token, bytes, out int length) || length <= TokenHead)
        {
            throw new FormatException($"The stream of a page has an id of {token.Length} characters that is no resume token.");
        }

        ReadOnlySpan<byte> versions = bytes[TokenHead..length];
        return new FrameMark(Version(ref versions), Version(ref versions));
    }

    // 0 where nothing was sent, else the epoch and one, and n.
    private static (long, long)? Version(ref ReadOnlySpan<byte> bytes) => Number(ref bytes) is var epoch and > 0 ? (epoch - 1, Number(ref bytes)) : null;

    private static long Number(ref ReadOnlySpan<byte> bytes)
    {
        long number = 0;
        for (int shift = 0; !bytes.IsEmpty; shift += 7)
        {
            byte next = bytes[0];
            bytes = bytes[1..];
            number |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                break;
            }
        }

        return number;
    }
}
