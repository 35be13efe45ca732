using System.Collections.Immutable;

namespace Units;

/// <summary>The expected course of a target: which part of the whole is expected by the end of each of its months.</summary>
public sealed class Course
{
    // Nearly every target has one of these, and a page of them asks for each of its months.
    private static readonly ImmutableArray<Fraction>[] Even =
        [.. Enumerable.Range(1, MonthRange.MaxLength).Select(length => Enumerable.Range(1, length).Select(month => new Fraction(month, length)).ToImmutableArray())];

    private static readonly ImmutableArray<Fraction> Whole = [.. Enumerable.Repeat(Fraction.One, MonthRange.MaxLength)];

    private readonly ImmutableArray<Fraction> _shares;

    private Course(MonthRange range, MonthCalendar calendar, ImmutableArray<Fraction> shares) => (Range, Calendar, _shares) = (range, calendar, shares);

    /// <summary>The months of the target.</summary>
    public MonthRange Range { get; }

    /// <summary>When its months begin and end.</summary>
    public MonthCalendar Calendar { get; }

    /// <summary>The course of a target; null where there is nothing of the year before to follow.</summary>
    /// <param name="target">The target.</param>
    /// <param name="accumulates">Whether its indicator accumulates; otherwise the whole is expected from the first month on.</param>
    /// <param name="calendar">The calendar of its measures.</param>
    public static Course? Of(TargetReading target, bool accumulates, MonthCalendar calendar)
    {
        int months = target.Range.Length;
        ImmutableArray<Fraction>? shares = target.Course.Kind switch
        {
            CourseKind.Shares or CourseKind.Amounts => ByHand(target.Course.Steps, months),
            _ when !accumulates => Whole[..months],
            CourseKind.LastYear => AsBefore(target.Shape, months),
            _ => Even[months - 1],
        };
        return shares is { } known ? new Course(target.Range, calendar, known) : null;
    }

    /// <summary>How many months of a range have ended on a day, the last day of the month being its end.</summary>
    public static int Elapsed(MonthRange range, MonthCalendar calendar, DateOnly day)
    {
        int ended = 0;
        while (ended < range.Length && CalendarDays.LastDay(range.From.Plus(ended), calendar) <= day)
        {
            ended++;
        }

        return ended;
    }

    /// <summary>The months of a range that have ended on a day; all of it where none has.</summary>
    public static MonthRange Ended(MonthRange range, MonthCalendar calendar, DateOnly day)
    {
        int ended = Elapsed(range, calendar, day);
        return ended == 0 ? range : new MonthRange(range.From, range.From.Plus(ended - 1));
    }

    /// <summary>The part that is expected by the end of this many months, 1 to their number.</summary>
    public Fraction Share(int months) => _shares[months - 1];

    /// <summary>The first day by which a part of the whole is expected, 0 counting as the first day; null where the course never gets there.</summary>
    public DateOnly? DayOf(Fraction share)
    {
        Fraction before = Fraction.Zero;
        for (int i = 0; i < _shares.Length; i++)
        {
            if (_shares[i] >= share)
            {
                return Within(Range.From.Plus(i), _shares[i] == before ? Fraction.Zero : (share - before) / (_shares[i] - before));
            }

            before = _shares[i];
        }

        return null;
    }

    /// <summary>The first day by which this many months, which need not be whole, have passed since the first of the range; null beyond ten years.</summary>
    public DateOnly? DayAfter(Fraction months)
    {
        if (months.Sign < 0 || months > new Fraction(MonthRange.MaxLength, 1))
        {
            return null;
        }

        int whole = (int)(months.Top / months.Bottom);
        Fraction rest = months - new Fraction(whole, 1);
        int last = rest.Sign == 0 && whole > 0 ? whole - 1 : whole;
        return Range.From.Number + last >= Month.Count ? null
            : Within(Range.From.Plus(last), rest.Sign == 0 && whole > 0 ? Fraction.One : rest);
    }

    private DateOnly Within(Month month, Fraction part)
    {
        (DateOnly first, DateOnly last) = CalendarDays.Of(new MonthRange(month, month), Calendar);
        int days = last.DayNumber - first.DayNumber + 1;
        Fraction exact = part * new Fraction(days, 1);
        int day = (int)((exact.Top + exact.Bottom - 1) / exact.Bottom);
        return first.AddDays(Math.Clamp(day, 1, days) - 1);
    }

    /// <summary>Within a step its months are expected to bring the same.</summary>
    private static ImmutableArray<Fraction>? ByHand(ImmutableArray<Amount> steps, int months)
    {
        if (steps.IsEmpty || months % steps.Length != 0 || steps[^1].IsZero)
        {
            return null;
        }

        int length = months / steps.Length;
        Fraction whole = Fraction.Of(steps[^1], 0);
        ImmutableArray<Fraction>.Builder shares = ImmutableArray.CreateBuilder<Fraction>(months);
        for (int i = 0; i < months; i++)
        {
            Fraction start = i < length ? Fraction.Zero : Fraction.Of(steps[i / length - 1], 0);
            Fraction end = Fraction.Of(steps[i / length], 0);
            shares.Add((start + (end - start) * new Fraction(i % length + 1, length)) / whole);
        }

        return shares.ToImmutable();
    }

    private static ImmutableArray<Fraction>? AsBefore(ImmutableArray<SumReading> shape, int months)
    {
        Amount whole = Amount.Zero;
        foreach (SumReading month in shape)
        {
            whole += month.Amount;
        }

        if (shape.Length != months || whole.IsZero)
        {
            return null;
        }

        ImmutableArray<Fraction>.Builder shares = ImmutableArray.CreateBuilder<Fraction>(months);
        Amount sum = Amount.Zero;
        foreach (SumReading month in shape)
        {
            sum += month.Amount;
            shares.Add(Fraction.Of(sum, 0) / Fraction.Of(whole, 0));
        }

        return shares.ToImmutable();
    }
}
