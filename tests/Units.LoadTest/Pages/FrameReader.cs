using System.Buffers.Text;

namespace Units.LoadTest.Pages;

/// <summary>Finds the frames in the bytes of a page's stream. Of a line no more is kept than its beginning: a page's frames are long, and thousands of
/// pages share the machine with the gateway.</summary>
internal sealed class FrameReader
{
    private const int Kept = 96;

    private readonly byte[] _line = new byte[Kept];
    private int _length;

    private static ReadOnlySpan<byte> Data => "data: "u8;

    private static ReadOnlySpan<byte> VersionField => "\"v\":\""u8;

    private static ReadOnlySpan<byte> Groups => "\"g\":{"u8;

    private static ReadOnlySpan<byte> Row => "\"r-"u8;

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
            bool isFrame = TryMark(_line.AsSpan(0, _length), out frame);
            _length = 0;
            if (isFrame)
            {
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

    // {"at":"10:00:00","v":"1.42","g":{"r-hn":{…: the first group says what the frame is of.
    private static bool TryMark(ReadOnlySpan<byte> line, out FrameMark frame)
    {
        frame = default;
        int at = line.StartsWith(Data) ? line.IndexOf(VersionField) : -1;
        if (at < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> text = line[(at + VersionField.Length)..];
        if (!Utf8Parser.TryParse(text, out long epoch, out int digits) || digits >= text.Length || text[digits] != (byte)'.'
            || !Utf8Parser.TryParse(text[(digits + 1)..], out long n, out _))
        {
            return false;
        }

        int groups = text.IndexOf(Groups);
        frame = new FrameMark(groups >= 0 && text[(groups + Groups.Length)..].StartsWith(Row), (epoch, n));
        return true;
    }
}
