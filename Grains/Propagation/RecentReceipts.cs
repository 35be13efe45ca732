using Units.Grains.Storage;

namespace Units.Grains.Propagation;

/// <summary>The receipts of the last reports, so that most repetitions are answered without a query. The journal remembers the rest for ever.</summary>
internal sealed class RecentReceipts
{
    /// <summary>The most entries kept, over all receipts: three monthly reports, or some dozens of single entries. Who repeats does it soon.</summary>
    public const int MaxEntries = 64;

    private readonly Dictionary<ReportKey, Receipt> _receipts = [];
    private readonly Queue<ReportKey> _order = new();
    private int _entries;

    /// <summary>The receipt, or null where it is not recent.</summary>
    public Receipt? Find(ReportKey key) => _receipts.GetValueOrDefault(key);

    /// <summary>Keeps a receipt and lets the oldest go.</summary>
    public void Add(ReportKey key, Receipt receipt)
    {
        if (!_receipts.TryAdd(key, receipt))
        {
            return;
        }

        _order.Enqueue(key);
        _entries += receipt.Entries.Length + 1;
        while (_entries > MaxEntries && _order.Count > 1)
        {
            ReportKey oldest = _order.Dequeue();
            _entries -= _receipts[oldest].Entries.Length + 1;
            _receipts.Remove(oldest);
        }
    }
}
