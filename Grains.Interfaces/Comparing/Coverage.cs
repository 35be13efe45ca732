using System.Collections.Immutable;

namespace Units;

/// <summary>Who has reported a measure over a range, of the live children that are expected to.</summary>
public sealed record Coverage
{
    /// <summary>The measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The last month of the range that is due; null where none is, or where the measure has no due day.</summary>
    public Month? Due { get; init; }

    /// <summary>How many have reported.</summary>
    public int Reported { get; init; }

    /// <summary>Those that have not, though a month is due.</summary>
    public ImmutableArray<UnitId> Late { get; init; } = [];

    /// <summary>Those that have not, with no month due.</summary>
    public ImmutableArray<UnitId> Missing { get; init; } = [];

    /// <summary>How many are expected.</summary>
    public int Expected => Reported + Late.Length + Missing.Length;

    /// <summary>The last month of a range that is due on a day: its due day has passed.</summary>
    public static Month? DueMonth(Measure measure, MonthRange range, DateOnly day) =>
        measure.DueDay == 0 ? null : LastDue(range, measure.Calendar, measure.DueDay, day);

    /// <summary>The last month of a range of which on a day more days than these have passed since its end; null for none.</summary>
    public static Month? LastDue(MonthRange range, MonthCalendar calendar, int dueDay, DateOnly day)
    {
        for (int n = range.To.Number; n >= range.From.Number; n--)
        {
            Month month = Month.FromNumber(n);
            if (CalendarDays.LastDay(month, calendar).AddDays(dueDay) < day)
            {
                return month;
            }
        }

        return null;
    }

    /// <summary>What to ask of each child: a statement on the month that is due, or on a later one, since a sum over the year says the months before
    /// it too. Without a month that is due any statement of the range will do.</summary>
    public static SumQuery Question(Measure measure, MonthRange range, DateOnly day) =>
        new(measure.Ref, null, measure.Kind == MeasureKind.Flow && DueMonth(measure, range, day) is { } due ? new MonthRange(due, range.To) : range);

    /// <summary>What the children answered.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="range">The months.</param>
    /// <param name="day">As of when.</param>
    /// <param name="expected">The live children of the kinds that report it, with the last month of which each said something in answer to
    /// <see cref="Question"/>; null where of none.</param>
    public static Coverage Of(Measure measure, MonthRange range, DateOnly day, IEnumerable<(UnitId Unit, Month? Last)> expected)
    {
        Month? due = DueMonth(measure, range, day);
        int reported = 0;
        ImmutableArray<UnitId>.Builder lacking = ImmutableArray.CreateBuilder<UnitId>();
        foreach ((UnitId unit, Month? last) in expected)
        {
            if (last is { } said && (due is not { } month || said >= month))
            {
                reported++;
            }
            else
            {
                lacking.Add(unit);
            }
        }

        return new Coverage
        {
            Measure = measure,
            Due = due,
            Reported = reported,
            Late = due is null ? [] : lacking.ToImmutable(),
            Missing = due is null ? lacking.ToImmutable() : [],
        };
    }
}
