using System.Globalization;

namespace Units;

/// <summary>A run of months, both ends within it: a quarter, six, seven or nine months, a year, a five-year term. 1 to 120 months.</summary>
[GenerateSerializer(IncludePrimaryConstructorParameters = false), Immutable, Alias("units.MonthRange")]
public readonly record struct MonthRange
{
    /// <summary>The longest range: ten years.</summary>
    public const int MaxLength = 120;

    /// <summary>The months from <paramref name="from"/> to <paramref name="to"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Empty, or longer than <see cref="MaxLength"/>.</exception>
    public MonthRange(Month from, Month to)
    {
        int length = to.Number - from.Number + 1;
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1, nameof(to));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxLength, nameof(to));
        From = from;
        To = to;
    }

    /// <summary>The first month.</summary>
    [Id(0)] public Month From { get; }

    /// <summary>The last month.</summary>
    [Id(1)] public Month To { get; }

    /// <summary>The number of months, 1 to <see cref="MaxLength"/>.</summary>
    public int Length => To.Number - From.Number + 1;

    /// <summary>The same months a year earlier.</summary>
    public MonthRange YearBefore() => new(From.Plus(-12), To.Plus(-12));

    /// <summary>True when the month lies within.</summary>
    public bool Contains(Month month) => month >= From && month <= To;

    /// <summary>True when all of the months lie within.</summary>
    public bool Contains(MonthRange range) => range.From >= From && range.To <= To;

    /// <summary>Reads <c>2025</c> (a year), <c>2025-07</c> (a month), <c>2025-Q3</c>, or <c>2025-01/2025-06</c> (any range).</summary>
    public static bool TryParse(string? text, out MonthRange range)
    {
        range = default;
        if (text is null)
        {
            return false;
        }

        int slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            if (!Month.TryParse(text[..slash], out Month from) || !Month.TryParse(text[(slash + 1)..], out Month to)
                || to < from || to.Number - from.Number >= MaxLength)
            {
                return false;
            }

            range = new MonthRange(from, to);
            return true;
        }

        if (Month.TryParse(text, out Month month))
        {
            range = new MonthRange(month, month);
            return true;
        }

        if (text.Length is not (4 or 7) || !Month.TryParse(text[..4] + "-01", out Month january))
        {
            return false;
        }

        if (text.Length == 4)
        {
            range = new MonthRange(january, january.Plus(11));
            return true;
        }

        if (text[4] != '-' || text[5] != 'Q' || text[6] is < '1' or > '4')
        {
            return false;
        }

        Month first = january.Plus((text[6] - '1') * 3);
        range = new MonthRange(first, first.Plus(2));
        return true;
    }

    /// <summary>Writes the shortest of the forms that <see cref="TryParse"/> reads.</summary>
    public override string ToString()
    {
        if (Length == 1)
        {
            return From.ToString();
        }

        if (Length == 12 && From.OfYear == 1)
        {
            return From.Year.ToString("D4", CultureInfo.InvariantCulture);
        }

        return Length == 3 && From.OfYear % 3 == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{From.Year:D4}-Q{(From.OfYear + 2) / 3}")
            : $"{From}/{To}";
    }
}
