using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Units.Silo.Storage;

/// <summary>Rows in the binary format of COPY, gathered to be sent at once: of each field its length and its bytes, numbers big-endian.</summary>
/// <remarks>The format is PostgreSQL's own and the same in all its versions (its manual, COPY, "Binary Format"). Writing it costs a fraction of
/// what a general writer costs that asks for each field how its type is written.</remarks>
internal sealed class CopyBuffer : IDisposable
{
    private const int AbsentLength = -1;

    private static readonly byte[] Head = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _length;

    /// <summary>Begins a copy.</summary>
    public CopyBuffer() => Bytes(Head);

    /// <summary>All that was written.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Begins a row of so many fields.</summary>
    public void StartRow(short fields) => BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), fields);

    /// <summary>Ends the copy.</summary>
    public void End() => BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), -1);

    /// <summary>A field without value.</summary>
    public void Absent() => Length(AbsentLength);

    /// <summary>A field of type bigint, integer or smallint: as wide as the value's own type.</summary>
    public void Add<T>(T value) where T : struct, IBinaryInteger<T>
    {
        int length = value.GetByteCount();
        Length(length);

        // Not WriteBigEndian: the interface's own body would box the number.
        value.TryWriteBigEndian(Room(length), out _);
    }

    /// <summary>A field of type timestamptz, to the microsecond.</summary>
    public void Add(DateTimeOffset value) => Add((value.UtcTicks - Epoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>A field of type uuid.</summary>
    public void Add(Guid value)
    {
        Length(16);
        value.TryWriteBytes(Room(16), bigEndian: true, out _);
    }

    /// <summary>A field of type text.</summary>
    public void Add(string value)
    {
        int length = Encoding.UTF8.GetByteCount(value);
        Length(length);
        Encoding.UTF8.GetBytes(value, Room(length));
    }

    /// <summary>A field of type bytea.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        Length(value.Length);
        Bytes(value);
    }

    /// <summary>A number that may be absent.</summary>
    public void AddOr<T>(T? value) where T : struct, IBinaryInteger<T>
    {
        if (value is { } present)
        {
            Add(present);
        }
        else
        {
            Absent();
        }
    }

    /// <summary>A field of type text that may be absent.</summary>
    public void AddOr(string? value)
    {
        if (value is not null)
        {
            Add(value);
        }
        else
        {
            Absent();
        }
    }

    /// <summary>Gives its memory back: nothing of <see cref="Written"/> may be read afterwards.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    /// <summary>The day from which PostgreSQL counts.</summary>
    private static DateTime Epoch { get; } = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private void Length(int length) => BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), length);

    private void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    private Span<byte> Room(int length)
    {
        if (_length + length > _bytes.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        Span<byte> room = _bytes.AsSpan(_length, length);
        _length += length;
        return room;
    }
}
