using System.Collections;

namespace Units.Grains.Ledger;

/// <summary>Cells by key, with the months of each measure and the places of each indicator's targets beside them, so that both are found without a scan.</summary>
internal sealed class CellTable : ICells, IReadOnlyCollection<CellValue>
{
    private readonly Dictionary<CellKey, Amount> _amounts = [];
    private readonly Dictionary<int, MonthList> _months = [];

    // Most tables are of units without targets of their own, or of pages of one measure.
    private Dictionary<int, HashSet<TargetPlace>>? _targets;

    /// <summary>Without any cell.</summary>
    public static ICells Empty { get; } = new CellTable();

    /// <summary>The number of cells that are not zero.</summary>
    public int Count => _amounts.Count;

    /// <summary>Grows whenever a cell may have changed.</summary>
    public long Changes { get; private set; }

    /// <inheritdoc/>
    public Amount this[CellKey key] => _amounts.GetValueOrDefault(key);

    /// <inheritdoc/>
    /// <remarks>Months stay listed when their cells become zero: harmless, and cheaper than counting.</remarks>
    public ReadOnlySpan<Month> MonthsOf(MeasureRef measure, Month from, Month to) =>
        _months.TryGetValue(measure.Number, out MonthList? months) ? months.Between(from, to) : [];

    /// <inheritdoc/>
    /// <remarks>Places stay listed too.</remarks>
    public IEnumerable<TargetPlace> TargetsOf(int indicator) =>
        _targets is not null && _targets.TryGetValue(indicator, out HashSet<TargetPlace>? places) ? places : [];

    /// <summary>Makes the amount of a cell this.</summary>
    public void Set(CellKey key, Amount amount)
    {
        Changes++;
        if (amount.IsZero)
        {
            _amounts.Remove(key);
            return;
        }

        _amounts[key] = amount;
        if (key.IsTarget)
        {
            ListOf(_targets ??= [], key.Subject).Add(TargetPlace.Of(key));
        }
        else
        {
            ListOf(_months, key.Subject).Add(key.Month);
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

    private static T ListOf<T>(Dictionary<int, T> listed, int subject)
        where T : new()
    {
        if (!listed.TryGetValue(subject, out T? items))
        {
            listed[subject] = items = new T();
        }

        return items;
    }
}
