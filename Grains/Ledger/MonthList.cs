namespace Units.Grains.Ledger;

/// <summary>A few months in their order, each once: an array, since a measure has some dozens of months and they are looked at together.</summary>
internal sealed class MonthList
{
    private Month[] _months = new Month[2];
    private int _count;

    /// <summary>Adds a month where it is not there yet.</summary>
    public void Add(Month month)
    {
        // Almost all that arrives is about the latest month.
        if (_count > 0 && _months[_count - 1] == month)
        {
            return;
        }

        int place = _months.AsSpan(0, _count).BinarySearch(month);
        if (place >= 0)
        {
            return;
        }

        if (_count == _months.Length)
        {
            Array.Resize(ref _months, _count * 2);
        }

        _months.AsSpan(~place, _count - ~place).CopyTo(_months.AsSpan(~place + 1));
        _months[~place] = month;
        _count++;
    }

    /// <summary>Those from <paramref name="from"/> to <paramref name="to"/>, both ends within.</summary>
    public ReadOnlySpan<Month> Between(Month from, Month to)
    {
        ReadOnlySpan<Month> all = _months.AsSpan(0, _count);
        int first = all.BinarySearch(from);
        int last = all.BinarySearch(to);
        first = first < 0 ? ~first : first;
        last = last < 0 ? ~last - 1 : last;
        return last < first ? [] : all[first..(last + 1)];
    }
}
