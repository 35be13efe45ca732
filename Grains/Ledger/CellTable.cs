using System.Collections;

namespace Units.Grains.Ledger;

/// <summary>Cells by key, with the months of each measure beside them so that a level is found without a scan.</summary>
internal sealed class CellTable : ICells, IReadOnlyCollection<CellValue>
{
    private readonly Dictionary<CellKey, Amount> _amounts = [];
    private readonly Dictionary<int, HashSet<Month>> _months = [];

    /// <summary>Without any cell.</summary>
    public static ICells Empty { get; } = new CellTable();

    /// <summary>The number of cells that are not zero.</summary>
    public int Count => _amounts.Count;

    /// <inheritdoc/>
    public Amount this[CellKey key] => _amounts.GetValueOrDefault(key);

    /// <inheritdoc/>
    /// <remarks>Months stay listed when their cells become zero: harmless, and cheaper than counting.</remarks>
    public IEnumerable<Month> MonthsOf(int measure, Month upTo) =>
        _months.TryGetValue(measure, out HashSet<Month>? months) ? months.Where(month => month <= upTo) : [];

    /// <summary>Makes the amount of a cell this.</summary>
    public void Set(CellKey key, Amount amount)
    {
        if (amount.IsZero)
        {
            _amounts.Remove(key);
            return;
        }

        _amounts[key] = amount;
        if (key.IsTarget)
        {
            return;
        }

        if (!_months.TryGetValue(key.Subject, out HashSet<Month>? months))
        {
            _months[key.Subject] = months = [];
        }

        months.Add(key.Month);
    }

    /// <summary>Moves the amount of a cell by this much.</summary>
    public void Add(CellKey key, Amount delta)
    {
        if (!delta.IsZero)
        {
            Set(key, this[key] + delta);
        }
    }

    /// <summary>The cells that are not zero, in no order.</summary>
    public IEnumerator<CellValue> GetEnumerator()
    {
        foreach ((CellKey key, Amount amount) in _amounts)
        {
            yield return new CellValue(key, amount);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
