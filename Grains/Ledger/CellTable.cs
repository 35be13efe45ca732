using System.Collections;

namespace Units.Grains.Ledger;

/// <summary>Cells by key, with the months of each measure and the places of each indicator's targets beside them, so that both are found without a scan.</summary>
internal sealed class CellTable : ICells, IReadOnlyCollection<CellValue>
{
    private readonly Dictionary<CellKey, Amount> _amounts = [];
    private readonly Dictionary<int, HashSet<Month>> _months = [];
    private readonly Dictionary<int, HashSet<TargetPlace>> _targets = [];

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

    /// <inheritdoc/>
    /// <remarks>Places stay listed too.</remarks>
    public IEnumerable<TargetPlace> TargetsOf(int indicator) => _targets.TryGetValue(indicator, out HashSet<TargetPlace>? places) ? places : [];

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
            List(_targets, key.Subject, TargetPlace.Of(key));
        }
        else
        {
            List(_months, key.Subject, key.Month);
        }
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

    private static void List<T>(Dictionary<int, HashSet<T>> listed, int subject, T item)
    {
        if (!listed.TryGetValue(subject, out HashSet<T>? items))
        {
            listed[subject] = items = [];
        }

        items.Add(item);
    }
}
