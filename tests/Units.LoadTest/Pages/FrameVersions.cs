using System.Buffers.Text;

namespace Units.LoadTest.Pages;

/// <summary>Finds the versions of frames in the bytes of a page's stream. Of a line no more is kept than its beginning: a page's frames are long, and
/// thousands of pages share the machine with the gateway.</summary>
internal sealed class FrameVersions
{
    private const int Kept = 96;

    private readonly byte[] _line = new byte[Kept];
    private int _length;

    private static ReadOnlySpan<byte> Data => "data: "u8;

    private static ReadOnlySpan<byte> Field => "\"v\":\""u8;

    /// <summary>Takes the next bytes.</summary>
    /// <returns>The version of the last frame that ended in them; null where none did.</returns>
    public (long Epoch, long N)? Take(ReadOnlySpan<byte> bytes)
    {
        (long, long)? last = null;
        while (true)
        {
            int end = bytes.IndexOf((byte)'\n');
            Keep(end < 0 ? bytes : bytes[..end]);
            if (end < 0)
            {
                return last;
            }

            last = Version(_line.AsSpan(0, _length)) ?? last;
            _length = 0;
            bytes = bytes[(end + 1)..];
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        int room = Math.Min(Kept - _length, bytes.Length);
        bytes[..room].CopyTo(_line.AsSpan(_length));
        _length += room;
    }

    private static (long, long)? Version(ReadOnlySpan<byte> line)
    {
        int at = line.StartsWith(Data) ? line.IndexOf(Field) : -1;
        if (at < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> text = line[(at + Field.Length)..];
        return Utf8Parser.TryParse(text, out long epoch, out int digits) && digits < text.Length && text[digits] == (byte)'.'
            && Utf8Parser.TryParse(text[(digits + 1)..], out long n, out _) ? (epoch, n) : null;
    }
}
