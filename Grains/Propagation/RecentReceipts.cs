using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>The receipts of the last reports, so that most repetitions are answered without a query. The journal remembers the rest for ever.</summary>
/// <remarks>They lie one behind the other in a single array: as objects they would outlive several collections of the young generation, and each collection
/// would carry on all that thousands of units have made since the one before.</remarks>
internal sealed class RecentReceipts(UnitId unit)
{
    /// <summary>The most bytes kept: about six monthly reports, or three dozen single entries. Who repeats does it soon.</summary>
    public const int MaxBytes = 4096;

    private const int FirstBytes = 512;

    private readonly List<(int Hash, int Length)> _kept = [];
    private byte[] _bytes = [];
    private int _used;

    /// <summary>The receipt, or null where it is not recent.</summary>
    public Receipt? Find(ReportKey key)
    {
        int hash = key.GetHashCode();
        int start = 0;
        foreach ((int each, int length) in _kept)
        {
            if (each == hash && ReceiptBytes.Read(unit, _bytes.AsSpan(start, length)) is { } receipt && KeyOf(receipt) == key)
            {
                return receipt;
            }

            start += length;
        }

        return null;
    }

    /// <summary>Keeps a receipt and lets the oldest go; twice where it comes twice, which is seldom and harmless. One that takes more than all the room there is, or that says why entries were refused, is not kept.</summary>
    public void Add(Receipt receipt)
    {
        if (ReceiptBytes.LengthOf(receipt) is { } length and <= MaxBytes)
        {
            MakeRoom(length);
            ReceiptBytes.Write(receipt, _bytes.AsSpan(_used, length));
            _kept.Add((KeyOf(receipt).GetHashCode(), length));
            _used += length;
        }
    }

    private static ReportKey KeyOf(Receipt receipt) => new(receipt.Source, receipt.Report);

    private void MakeRoom(int length)
    {
        int going = 0;
        int freed = 0;
        while (_used - freed + length > MaxBytes)
        {
            freed += _kept[going++].Length;
        }

        if (going > 0)
        {
            _kept.RemoveRange(0, going);
            _used -= freed;
            _bytes.AsSpan(freed, _used).CopyTo(_bytes);
        }

        if (_used + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Clamp(Math.Max(2 * _bytes.Length, _used + length), FirstBytes, MaxBytes));
        }
    }
}
