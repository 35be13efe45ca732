using System.Globalization;

namespace Units;

/// <summary>A month (tháng), the cell of every period. Range: 1900-01 to 2399-12. The default value is 1900-01.</summary>
/// <remarks>Whether it runs from the 1st to the last day or from the 15th of the month before to the 14th
/// is the calendar of the measure, not of the month (Decree 09/2019/NĐ-CP for the administrative one).</remarks>
[GenerateSerializer(IncludePrimaryConstructorParameters = false), Immutable, Alias("units.Month")]
public readonly record struct Month : IComparable<Month>
{
    private const int FirstYear = 1900;

    /// <summary>The number of months that can be told apart.</summary>
    public const int Count = 500 * 12;

    /// <summary>The first month: 1900-01.</summary>
    public static readonly Month MinValue = new(0);

    /// <summary>The last month: 2399-12.</summary>
    public static readonly Month MaxValue = new(Count - 1);

    [Id(0)] private readonly short _number;

    private Month(int number) => _number = (short)number;

    /// <summary>The month of a civil year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1900-01 to 2399-12.</exception>
    public Month(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, MaxValue.Year);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        _number = (short)((year - FirstYear) * 12 + month - 1);
    }

    /// <summary>Months since 1900-01, 0 to <see cref="Count"/> − 1; what the journal stores.</summary>
    public int Number => _number;

    /// <summary>The year, 1900 to 2399.</summary>
    public int Year => FirstYear + _number / 12;

    /// <summary>The month of the year, 1 to 12.</summary>
    public int OfYear => _number % 12 + 1;

    /// <summary>The month with this number, the inverse of <see cref="Number"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 to <see cref="Count"/> − 1.</exception>
    public static Month FromNumber(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Count);
        return new Month(number);
    }

    /// <summary>January of a year.</summary>
    public static Month FirstOf(int year) => new(year, 1);

    /// <summary>December of a year.</summary>
    public static Month LastOf(int year) => new(year, 12);

    /// <summary>This month moved by a number of months, which may be negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result is outside the range.</exception>
    public Month Plus(int months) => FromNumber(_number + months);

    /// <summary>Reads <c>2025-07</c>.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 } || text[4] != '-'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int ofYear)
            || year < FirstYear || year > MaxValue.Year || ofYear is < 1 or > 12)
        {
            return false;
        }

        month = new Month(year, ofYear);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Month other) => _number.CompareTo(other._number);

    /// <summary>True when <paramref name="a"/> is before <paramref name="b"/>.</summary>
    public static bool operator <(Month a, Month b) => a._number < b._number;

    /// <summary>True when <paramref name="a"/> is after <paramref name="b"/>.</summary>
    public static bool operator >(Month a, Month b) => a._number > b._number;

    /// <summary>True when <paramref name="a"/> is not after <paramref name="b"/>.</summary>
    public static bool operator <=(Month a, Month b) => a._number <= b._number;

    /// <summary>True when <paramref name="a"/> is not before <paramref name="b"/>.</summary>
    public static bool operator >=(Month a, Month b) => a._number >= b._number;

    /// <summary>Writes <c>2025-07</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{OfYear:D2}");
}
