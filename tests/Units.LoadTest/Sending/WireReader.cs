namespace Units.LoadTest.Sending;

/// <summary>Steps over the fields of a protobuf message.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private const int Varints = 0;
    private const int Fixed64 = 1;
    private const int Lengths = 2;
    private const int Fixed32 = 5;

    private ReadOnlySpan<byte> _left = bytes;
    private int _wireType;

    /// <summary>Goes to the next field; false at the end. Then its value is read or skipped.</summary>
    public bool Next(out int field)
    {
        if (_left.IsEmpty)
        {
            field = 0;
            return false;
        }

        ulong tag = Varint();
        _wireType = (int)(tag & 7);
        field = (int)(tag >> 3);
        return true;
    }

    /// <summary>A number.</summary>
    public ulong Varint()
    {
        ulong value = 0;
        for (int i = 0, shift = 0; i < _left.Length && shift < 64; i++, shift += 7)
        {
            value |= (ulong)(_left[i] & 0x7F) << shift;
            if (_left[i] < 0x80)
            {
                _left = _left[(i + 1)..];
                return value;
            }
        }

        throw new FormatException("A number in a message has no end.");
    }

    /// <summary>A text, or a message within the message.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        int length = (int)Varint();
        ReadOnlySpan<byte> value = _left[..length];
        _left = _left[length..];
        return value;
    }

    /// <summary>Whatever it is.</summary>
    public void Skip()
    {
        switch (_wireType)
        {
            case Varints:
                Varint();
                break;
            case Fixed64:
                _left = _left[sizeof(ulong)..];
                break;
            case Lengths:
                Bytes();
                break;
            case Fixed32:
                _left = _left[sizeof(uint)..];
                break;
            default:
                throw new FormatException($"A message has a field of wire type {_wireType}, which proto3 has not.");
        }
    }
}
