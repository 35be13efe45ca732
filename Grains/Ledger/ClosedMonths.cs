namespace Units.Grains.Ledger;

/// <summary>The months that take no entry of a unit.</summary>
internal sealed class ClosedMonths(IEnumerable<ClosedMonth> months)
{
    /// <summary>All are open.</summary>
    public static readonly ClosedMonths None = new([]);

    private readonly Dictionary<Month, ClosedMonth> _months = months.GroupBy(m => m.Month).ToDictionary(g => g.Key, g => g.MinBy(m => m.At)!);

    /// <summary>The earliest closing of a month, or null where it is open.</summary>
    public ClosedMonth? Find(Month month) => _months.GetValueOrDefault(month);
}
